-- Citizens sign in to the town, not to this module: sessions lie with their accounts. Whoever was signed in does so once more.
DROP TABLE holder_sign_ins;
DROP TABLE holder_sessions;
