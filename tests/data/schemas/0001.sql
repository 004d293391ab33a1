PRAGMA application_id=1130459749;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE asks (
	id CHAR(32) NOT NULL, 
	task_id CHAR(32) NOT NULL, 
	occurrence_id CHAR(32), 
	person_id CHAR(32) NOT NULL, 
	asked_at DATETIME NOT NULL, 
	answer VARCHAR(40) NOT NULL, 
	answered_at DATETIME, 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(task_id) REFERENCES tasks (id), 
	FOREIGN KEY(occurrence_id) REFERENCES occurrences (id), 
	FOREIGN KEY(person_id) REFERENCES people (id)
);
INSERT INTO "asks" VALUES('00000000000000000000000000000003','00000000000000000000000000000002','bcbcb02cdc685bd388d93a24cafaf567','00000000000000000000000000000001','2026-11-22 00:00:00.000000','yes',NULL,NULL);
CREATE TABLE households (
	id CHAR(32) NOT NULL, 
	week_start INTEGER NOT NULL, 
	clock24 BOOLEAN NOT NULL, 
	paper VARCHAR(40) NOT NULL, 
	large_print BOOLEAN NOT NULL, 
	home_zone TEXT NOT NULL, 
	sheet_name TEXT NOT NULL, 
	please TEXT NOT NULL, 
	house_notes TEXT NOT NULL, 
	ride_times_on_fridge BOOLEAN NOT NULL, 
	phone_lines_on_fridge BOOLEAN NOT NULL, 
	welcomed BOOLEAN NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id)
);
INSERT INTO "households" VALUES('3f1c5f0e8a514a3e9d0c6a1c0b7d2e01',0,0,'letter',0,'','','','',0,0,0,NULL);
CREATE TABLE occurrences (
	id CHAR(32) NOT NULL, 
	task_id CHAR(32) NOT NULL, 
	original DATE NOT NULL, 
	day DATE NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	done_at DATETIME, 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(task_id) REFERENCES tasks (id)
);
INSERT INTO "occurrences" VALUES('bcbcb02cdc685bd388d93a24cafaf567','00000000000000000000000000000002','2026-11-24','2026-11-24','open',NULL,NULL);
CREATE TABLE people (
	id CHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	role VARCHAR(40) NOT NULL, 
	latin_name TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	email TEXT NOT NULL, 
	reach VARCHAR(40) NOT NULL, 
	glad_to TEXT NOT NULL, 
	free TEXT NOT NULL, 
	away TEXT NOT NULL, 
	cold_until DATE, 
	at_most INTEGER, 
	drives BOOLEAN NOT NULL, 
	phone_on_paper BOOLEAN NOT NULL, 
	family_circle BOOLEAN NOT NULL, 
	notes TEXT NOT NULL, 
	offered_on DATE, 
	former BOOLEAN NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id)
);
INSERT INTO "people" VALUES('00000000000000000000000000000001','Ana Lindqvist','helper','','555-0142','','any','["pets"]','[]','[]',NULL,NULL,0,0,0,'',NULL,0,NULL);
CREATE TABLE printed_sheets (
	id CHAR(32) NOT NULL, 
	sheet TEXT NOT NULL, 
	first_day DATE NOT NULL, 
	person_id CHAR(32), 
	copies INTEGER NOT NULL, 
	printed_at DATETIME NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(person_id) REFERENCES people (id)
);
CREATE TABLE tasks (
	id CHAR(32) NOT NULL, 
	title TEXT NOT NULL, 
	day DATE NOT NULL, 
	last_day DATE NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	"when" TEXT NOT NULL, 
	minutes INTEGER, 
	repeat TEXT, 
	place TEXT NOT NULL, 
	notes TEXT NOT NULL, 
	needed INTEGER NOT NULL, 
	backup_id CHAR(32), 
	suggested_id CHAR(32), 
	public_title TEXT NOT NULL, 
	audience VARCHAR(40) NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(backup_id) REFERENCES people (id), 
	FOREIGN KEY(suggested_id) REFERENCES people (id)
);
INSERT INTO "tasks" VALUES('00000000000000000000000000000002','Walk Biscuit','2026-11-24','9999-12-31','errand','""',NULL,'{"every": "weeks", "n": 1, "on": [1, 4], "until": null, "count": null}','','',1,NULL,NULL,'','fridge',NULL);
CREATE INDEX ix_tasks_last_day ON tasks (last_day, day);
CREATE INDEX ix_occurrences_original ON occurrences (original);
CREATE INDEX ix_occurrences_task_id ON occurrences (task_id);
CREATE INDEX ix_occurrences_day ON occurrences (day);
CREATE INDEX ix_asks_task_id ON asks (task_id);
CREATE INDEX ix_asks_person_id ON asks (person_id);
CREATE INDEX ix_asks_occurrence_id ON asks (occurrence_id);
COMMIT;
