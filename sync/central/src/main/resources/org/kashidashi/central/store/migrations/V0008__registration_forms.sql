-- Which library card a form was answered with, so that a repeated form gives no second one.
CREATE TABLE registration_forms (
  digest TEXT NOT NULL PRIMARY KEY,
  patron TEXT NOT NULL REFERENCES patrons (patron)
) STRICT;
