"""Records of articles → records with canonical ids."""
