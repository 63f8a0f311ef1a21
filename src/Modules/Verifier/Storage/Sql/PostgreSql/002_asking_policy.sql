-- Questions that wait while the program is updated were asked in the only way there was.
ALTER TABLE presentations ADD COLUMN policy text NOT NULL DEFAULT '{"ClientIdPrefix":"x509_hash","AnswersInTheClear":false,"RequiresStatus":false,"Transactions":[]}';
