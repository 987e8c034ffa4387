from sqlalchemy import select, insert
from communique.store.tables import text
def test_x(dossier):
    with dossier.writing() as c:
        c.execute(insert(text), {"sha256":"x","body":b"b"})
    with dossier.reading() as c:
        assert c.execute(select(text)).all()
