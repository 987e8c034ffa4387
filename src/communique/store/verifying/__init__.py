"""What must hold in a dossier, looked at anew: one module for each part of it."""
