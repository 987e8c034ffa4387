// Files may be dropped anywhere on the page; the progress of a job is told as it goes on.

const form = document.getElementById("files-form");
if (form) {
  const field = form.querySelector("input[type=file]");
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer?.files.length) {
      field.files = event.dataTransfer.files;
      form.requestSubmit();
    }
  });
}

const line = document.getElementById("progress");
if (line) {
  const look = async () => {
    const answer = await fetch(line.dataset.address, { headers: { accept: "application/json" } });
    const told = await answer.json();
    if (told.over) {
      location.reload();
      return;
    }
    for (const [name, value] of Object.entries({ state: told.state, step: told.step, read: told.read })) {
      line.querySelector(`.${name}`).textContent = value;
    }
    setTimeout(look, 700);
  };
  setTimeout(look, 700);
}
