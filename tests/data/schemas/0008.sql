PRAGMA application_id=1130459749;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE agreed_shares (
	id CHAR(32) NOT NULL, 
	shares TEXT NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id)
);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0008');
CREATE TABLE appointments (
	id CHAR(32) NOT NULL, 
	title TEXT NOT NULL, 
	day DATE NOT NULL, 
	clock TIME, 
	kind VARCHAR(40) NOT NULL, 
	person_id CHAR(32), 
	clinician_id CHAR(32), 
	place_id CHAR(32), 
	minutes INTEGER NOT NULL, 
	early INTEGER NOT NULL, 
	prepare TEXT NOT NULL, 
	bring TEXT NOT NULL, 
	companion_id CHAR(32), 
	public_title TEXT NOT NULL, 
	audience VARCHAR(40) NOT NULL, 
	notes TEXT NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	series_id CHAR(32), 
	original DATE, 
	slid INTEGER NOT NULL, 
	calendar_uid TEXT NOT NULL, 
	removed_at DATETIME, companion_day DATE, companion_clock TIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(person_id) REFERENCES people (id), 
	FOREIGN KEY(clinician_id) REFERENCES clinicians (id), 
	FOREIGN KEY(place_id) REFERENCES places (id), 
	FOREIGN KEY(companion_id) REFERENCES people (id), 
	FOREIGN KEY(series_id) REFERENCES series (id)
);
INSERT INTO "appointments" VALUES('00000000000000000000000000000006','Infusion','2026-12-01','09:15:00.000000','infusion',NULL,'00000000000000000000000000000004','00000000000000000000000000000003',60,15,'','',NULL,'','helper','','planned','00000000000000000000000000000005','2026-12-01',0,'',NULL,NULL,NULL);
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
CREATE TABLE call_notes (
	id CHAR(32) NOT NULL, 
	day DATE NOT NULL, 
	company TEXT NOT NULL, 
	person TEXT NOT NULL, 
	reference TEXT NOT NULL, 
	outcome TEXT NOT NULL, 
	call_back_on DATE, 
	call_back_done BOOLEAN NOT NULL, 
	claim_id CHAR(32), 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(claim_id) REFERENCES claims (id)
);
INSERT INTO "call_notes" VALUES('0000000000000000000000000000000e','2026-11-22','Maple Health','Jo','','',NULL,0,'0000000000000000000000000000000b',NULL);
CREATE TABLE care_plans (
	id CHAR(32) NOT NULL, 
	low_signs TEXT NOT NULL, 
	call_ids TEXT NOT NULL, 
	more_to_call TEXT NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id)
);
INSERT INTO "care_plans" VALUES('00000000000000000000000000005e1f','I snap at the dog.','["00000000000000000000000000000001"]','',NULL);
CREATE TABLE claims (
	id CHAR(32) NOT NULL, 
	expense_id CHAR(32), 
	company TEXT NOT NULL, 
	"plan" VARCHAR(40) NOT NULL, 
	reference TEXT NOT NULL, 
	billed_on DATE, 
	billed INTEGER, 
	filed_on DATE, 
	eob_on DATE, 
	allowed INTEGER, 
	paid_on DATE, 
	denied_on DATE, 
	appeal_by DATE, 
	appealed_on DATE, 
	closed BOOLEAN NOT NULL, 
	notes TEXT NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(expense_id) REFERENCES expenses (id)
);
INSERT INTO "claims" VALUES('0000000000000000000000000000000b','0000000000000000000000000000000a','Maple Health','employer plan','','2026-11-20',NULL,'2026-11-21',NULL,NULL,NULL,NULL,NULL,NULL,0,'',NULL);
CREATE TABLE clinicians (
	id CHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	role TEXT NOT NULL, 
	place_id CHAR(32), 
	phone_day TEXT NOT NULL, 
	phone_night TEXT NOT NULL, 
	notes TEXT NOT NULL, 
	former BOOLEAN NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(place_id) REFERENCES places (id)
);
INSERT INTO "clinicians" VALUES('00000000000000000000000000000004','Dr. Lee','oncologist','00000000000000000000000000000003','','','',0,NULL);
CREATE TABLE employer_counts (
	id CHAR(32) NOT NULL, 
	job_id CHAR(32) NOT NULL, 
	day DATE NOT NULL, 
	minutes INTEGER NOT NULL, 
	notes TEXT NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(job_id) REFERENCES leave_jobs (id)
);
CREATE TABLE expenses (
	id CHAR(32) NOT NULL, 
	number INTEGER NOT NULL, 
	served_on DATE NOT NULL, 
	paid_on DATE, 
	day DATE NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	payee TEXT NOT NULL, 
	for_id CHAR(32), 
	paid_how VARCHAR(40) NOT NULL, 
	paid_by TEXT NOT NULL, 
	shares TEXT NOT NULL, 
	amount INTEGER NOT NULL, 
	miles INTEGER, 
	from_to TEXT NOT NULL, 
	car TEXT NOT NULL, 
	nights INTEGER, 
	people INTEGER, 
	counts BOOLEAN, 
	counted INTEGER, 
	receipt_needed BOOLEAN NOT NULL, 
	appointment_id CHAR(32), 
	imported_as TEXT NOT NULL, 
	notes TEXT NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(for_id) REFERENCES people (id), 
	FOREIGN KEY(appointment_id) REFERENCES appointments (id)
);
INSERT INTO "expenses" VALUES('0000000000000000000000000000000a',1,'2026-11-20','2026-11-20','2026-11-20','parking_tolls','Lakeside garage',NULL,'card','[["00000000000000000000000000000001", "12.50"]]','[["00000000000000000000000000000001", 1]]',1250,NULL,'','',NULL,NULL,NULL,NULL,1,'00000000000000000000000000000006','','',NULL);
CREATE TABLE feelings (
	id CHAR(32) NOT NULL, 
	day DATE NOT NULL, 
	feel VARCHAR(40) NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id)
);
INSERT INTO "feelings" VALUES('a8a8ffeadd0658a88a3d747c20f823a2','2026-11-22','okay',NULL);
CREATE TABLE help_lines (
	id CHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	about TEXT NOT NULL, 
	checked_on DATE NOT NULL, 
	place INTEGER NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id)
);
INSERT INTO "help_lines" VALUES('00000000000000000000000000000016','988','988','','2026-11-22',0,NULL);
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
INSERT INTO "households" VALUES('3f1c5f0e8a514a3e9d0c6a1c0b7d2e01',0,0,'letter',0,'','','','',0,0,1,NULL);
CREATE TABLE issued (
	id CHAR(32) NOT NULL, 
	appointment_id CHAR(32), 
	person_id CHAR(32), 
	ride_id CHAR(32), 
	task_id CHAR(32), 
	sequence INTEGER NOT NULL, 
	print TEXT NOT NULL, 
	summary TEXT NOT NULL, 
	day DATE NOT NULL, 
	clock TIME, 
	minutes INTEGER NOT NULL, 
	cancelled BOOLEAN NOT NULL, 
	issued_at DATETIME NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(appointment_id) REFERENCES appointments (id), 
	FOREIGN KEY(person_id) REFERENCES people (id), 
	FOREIGN KEY(ride_id) REFERENCES rides (id), 
	FOREIGN KEY(task_id) REFERENCES tasks (id)
);
CREATE TABLE journal_entries (
	id CHAR(32) NOT NULL, 
	day DATE NOT NULL, 
	text TEXT NOT NULL, 
	written_at DATETIME NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id)
);
INSERT INTO "journal_entries" VALUES('00000000000000000000000000000015','2026-11-22','A quiet day.','2026-11-22 17:00:00.000000',NULL);
CREATE TABLE leave_jobs (
	id CHAR(32) NOT NULL, 
	person_id CHAR(32) NOT NULL, 
	employer TEXT NOT NULL, 
	supervisor TEXT NOT NULL, 
	hired_on DATE, 
	known VARCHAR(40) NOT NULL, 
	method VARCHAR(40), 
	fixed_start TEXT, 
	workweek_start VARCHAR(40) NOT NULL, 
	increment INTEGER NOT NULL, 
	counts_hours BOOLEAN NOT NULL, 
	spouse_same_employer BOOLEAN NOT NULL, 
	worker VARCHAR(40) NOT NULL, 
	relation VARCHAR(40), 
	military_from DATE, 
	state TEXT NOT NULL, 
	confirmed TEXT NOT NULL, 
	holidays TEXT NOT NULL, 
	holidays_worked TEXT NOT NULL, 
	closures TEXT NOT NULL, 
	overtime TEXT NOT NULL, 
	notes TEXT NOT NULL, 
	former BOOLEAN NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(person_id) REFERENCES people (id)
);
INSERT INTO "leave_jobs" VALUES('00000000000000000000000000000007','00000000000000000000000000000001','Lakeside School District','',NULL,'told','rolling_backward',NULL,'sun',60,0,0,'ordinary','spouse',NULL,'','["method"]','[]','[]','[]','[]','',0,NULL);
CREATE TABLE leave_papers (
	id CHAR(32) NOT NULL, 
	job_id CHAR(32) NOT NULL, 
	clock VARCHAR(40) NOT NULL, 
	start DATE NOT NULL, 
	minimum_days INTEGER, 
	lifetime BOOLEAN NOT NULL, 
	notice_mailed DATE, 
	leave_taken BOOLEAN NOT NULL, 
	done_on DATE, 
	remind BOOLEAN NOT NULL, 
	notes TEXT NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(job_id) REFERENCES leave_jobs (id)
);
CREATE TABLE method_changes (
	id CHAR(32) NOT NULL, 
	job_id CHAR(32) NOT NULL, 
	old_method VARCHAR(40) NOT NULL, 
	old_fixed_start TEXT, 
	notice DATE NOT NULL, 
	effective DATE NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(job_id) REFERENCES leave_jobs (id)
);
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
CREATE TABLE outcomes (
	id CHAR(32) NOT NULL, 
	appointment_id CHAR(32) NOT NULL, 
	home_at TIME, 
	miles INTEGER, 
	parking INTEGER, 
	tolls INTEGER, 
	notes TEXT NOT NULL, 
	next_task_id CHAR(32), 
	told_at DATETIME NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(appointment_id) REFERENCES appointments (id), 
	FOREIGN KEY(next_task_id) REFERENCES tasks (id)
);
INSERT INTO "outcomes" VALUES('71535ceaa0695e30ba669bec8b3a2353','00000000000000000000000000000006','13:05:00.000000',2500,1250,NULL,'',NULL,'2026-11-22 17:00:00.000000',NULL);
CREATE TABLE own_figures (
	id CHAR(32) NOT NULL, 
	figure TEXT NOT NULL, 
	first DATE NOT NULL, 
	last DATE, 
	value TEXT NOT NULL, 
	source TEXT NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id)
);
INSERT INTO "own_figures" VALUES('0000000000000000000000000000000f','medical_mileage','2027-01-01',NULL,'"0.24"','',NULL);
CREATE TABLE own_reminders (
	id CHAR(32) NOT NULL, 
	text TEXT NOT NULL, 
	day DATE NOT NULL, 
	clock TIME NOT NULL, 
	repeat TEXT, 
	removed_at DATETIME, 
	PRIMARY KEY (id)
);
INSERT INTO "own_reminders" VALUES('00000000000000000000000000000017','Water the plants','2026-11-24','09:00:00.000000',NULL,NULL);
CREATE TABLE paid_back (
	id CHAR(32) NOT NULL, 
	from_id CHAR(32) NOT NULL, 
	to_id CHAR(32) NOT NULL, 
	day DATE NOT NULL, 
	amount INTEGER NOT NULL, 
	notes TEXT NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(from_id) REFERENCES people (id), 
	FOREIGN KEY(to_id) REFERENCES people (id)
);
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
	seats INTEGER, 
	removed_at DATETIME, 
	PRIMARY KEY (id)
);
INSERT INTO "people" VALUES('00000000000000000000000000000001','Ana Lindqvist','helper','','555-0142','','any','[]','[]','[]',NULL,NULL,1,0,0,'',NULL,0,3,NULL);
CREATE TABLE places (
	id CHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	address TEXT NOT NULL, 
	building TEXT NOT NULL, 
	entrance TEXT NOT NULL, 
	department TEXT NOT NULL, 
	drop_off TEXT NOT NULL, 
	parking TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	travel_minutes INTEGER, 
	miles INTEGER, 
	notes TEXT NOT NULL, 
	former BOOLEAN NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id)
);
INSERT INTO "places" VALUES('00000000000000000000000000000003','Lakeside Clinic','','','','','','','',25,1250,'',0,NULL);
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
CREATE TABLE receipt_files (
	sha256 VARCHAR(64) NOT NULL, 
	preview BLOB, 
	content BLOB, 
	PRIMARY KEY (sha256)
);
CREATE TABLE receipts (
	id CHAR(32) NOT NULL, 
	expense_id CHAR(32) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	type VARCHAR(40) NOT NULL, 
	size INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	added_on DATE NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(expense_id) REFERENCES expenses (id)
);
INSERT INTO "receipts" VALUES('0000000000000000000000000000000c','0000000000000000000000000000000a','0000000000000000000000000000000000000000000000000000000000000000','image/png',3,'garage.png','2026-11-20',NULL);
CREATE TABLE reimbursements (
	id CHAR(32) NOT NULL, 
	expense_id CHAR(32), 
	claim_id CHAR(32), 
	received_on DATE NOT NULL, 
	amount INTEGER NOT NULL, 
	source VARCHAR(40) NOT NULL, 
	notes TEXT NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(expense_id) REFERENCES expenses (id), 
	FOREIGN KEY(claim_id) REFERENCES claims (id)
);
INSERT INTO "reimbursements" VALUES('0000000000000000000000000000000d','0000000000000000000000000000000a','0000000000000000000000000000000b','2026-11-22',250,'insurer','',NULL);
CREATE TABLE reminder_rules (
	id CHAR(32) NOT NULL, 
	"on" TEXT NOT NULL, 
	quiet_from TIME NOT NULL, 
	quiet_until TIME NOT NULL, 
	always BOOLEAN NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id)
);
INSERT INTO "reminder_rules" VALUES('0000000000000000000000000004e317','["claim", "leave", "own", "ride", "self-care", "task"]','21:00:00.000000','08:00:00.000000',0,NULL);
CREATE TABLE rides (
	id CHAR(32) NOT NULL, 
	appointment_id CHAR(32) NOT NULL, 
	leg VARCHAR(40) NOT NULL, 
	number INTEGER NOT NULL, 
	pick_up TIME, 
	pick_up_before BOOLEAN NOT NULL, 
	will_call BOOLEAN NOT NULL, 
	seats INTEGER NOT NULL, 
	needs TEXT NOT NULL, 
	companion BOOLEAN NOT NULL, 
	backup_id CHAR(32), 
	bring TEXT NOT NULL, 
	notes TEXT NOT NULL, 
	show_address BOOLEAN NOT NULL, 
	show_department BOOLEAN NOT NULL, 
	booking TEXT NOT NULL, 
	agreed_day DATE, 
	agreed_time TIME, 
	agreed_place_id CHAR(32), 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(appointment_id) REFERENCES appointments (id), 
	FOREIGN KEY(backup_id) REFERENCES people (id), 
	FOREIGN KEY(agreed_place_id) REFERENCES places (id)
);
INSERT INTO "rides" VALUES('709898db03ad565b9a5a88f226739db6','00000000000000000000000000000006','there',1,NULL,0,0,1,'["arm"]',0,NULL,'','',0,0,'',NULL,NULL,NULL,NULL);
CREATE TABLE search_words (
	word TEXT NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	record_id CHAR(32) NOT NULL, 
	PRIMARY KEY (word, kind, record_id)
)
 WITHOUT ROWID

;
INSERT INTO "search_words" VALUES('001','Expense','0000000000000000000000000000000a');
INSERT INTO "search_words" VALUES('0142','Person','00000000000000000000000000000001');
INSERT INTO "search_words" VALUES('12.50','Expense','0000000000000000000000000000000a');
INSERT INTO "search_words" VALUES('555-0142','Person','00000000000000000000000000000001');
INSERT INTO "search_words" VALUES('a','JournalEntry','00000000000000000000000000000015');
INSERT INTO "search_words" VALUES('ana','Person','00000000000000000000000000000001');
INSERT INTO "search_words" VALUES('biscuit','Task','00000000000000000000000000000002');
INSERT INTO "search_words" VALUES('clinic','Place','00000000000000000000000000000003');
INSERT INTO "search_words" VALUES('day','JournalEntry','00000000000000000000000000000015');
INSERT INTO "search_words" VALUES('dr','Clinician','00000000000000000000000000000004');
INSERT INTO "search_words" VALUES('garage','Expense','0000000000000000000000000000000a');
INSERT INTO "search_words" VALUES('health','CallNote','0000000000000000000000000000000e');
INSERT INTO "search_words" VALUES('health','Claim','0000000000000000000000000000000b');
INSERT INTO "search_words" VALUES('infusion','Appointment','00000000000000000000000000000006');
INSERT INTO "search_words" VALUES('jo','CallNote','0000000000000000000000000000000e');
INSERT INTO "search_words" VALUES('lakeside','Expense','0000000000000000000000000000000a');
INSERT INTO "search_words" VALUES('lakeside','Place','00000000000000000000000000000003');
INSERT INTO "search_words" VALUES('lee','Clinician','00000000000000000000000000000004');
INSERT INTO "search_words" VALUES('lindqvist','Person','00000000000000000000000000000001');
INSERT INTO "search_words" VALUES('maple','CallNote','0000000000000000000000000000000e');
INSERT INTO "search_words" VALUES('maple','Claim','0000000000000000000000000000000b');
INSERT INTO "search_words" VALUES('oncologist','Clinician','00000000000000000000000000000004');
INSERT INTO "search_words" VALUES('parking','Expense','0000000000000000000000000000000a');
INSERT INTO "search_words" VALUES('quiet','JournalEntry','00000000000000000000000000000015');
INSERT INTO "search_words" VALUES('r-001','Expense','0000000000000000000000000000000a');
INSERT INTO "search_words" VALUES('tolls','Expense','0000000000000000000000000000000a');
INSERT INTO "search_words" VALUES('walk','Task','00000000000000000000000000000002');
CREATE TABLE seasons (
	id CHAR(32) NOT NULL, 
	season VARCHAR(40) NOT NULL, 
	since DATE, 
	called_off TEXT NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id)
);
INSERT INTO "seasons" VALUES('00000000000000000000000000005ea5','treatment',NULL,'[]',NULL);
CREATE TABLE series (
	id CHAR(32) NOT NULL, 
	title TEXT NOT NULL, 
	first DATE NOT NULL, 
	repeat TEXT NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id)
);
INSERT INTO "series" VALUES('00000000000000000000000000000005','Infusion','2026-12-01','{"every": "days", "n": 21, "on": [], "until": null, "count": 6}',NULL);
CREATE TABLE small_thing_times (
	id CHAR(32) NOT NULL, 
	thing_id CHAR(32) NOT NULL, 
	week DATE NOT NULL, 
	day DATE, 
	clock TIME, 
	cover_task_id CHAR(32), 
	beside_id CHAR(32), 
	done_at DATETIME, 
	not_this_week BOOLEAN NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(thing_id) REFERENCES small_things (id), 
	FOREIGN KEY(cover_task_id) REFERENCES tasks (id)
);
INSERT INTO "small_thing_times" VALUES('97236319244c57ea9afd8dfa44eeacf4','00000000000000000000000000000014','2026-11-22','2026-11-26','14:00:00.000000',NULL,NULL,NULL,0,NULL);
CREATE TABLE small_things (
	id CHAR(32) NOT NULL, 
	title TEXT NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	tiny TEXT NOT NULL, 
	minutes INTEGER NOT NULL, 
	weekday INTEGER, 
	clock TIME, 
	remind BOOLEAN NOT NULL, 
	resting BOOLEAN NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id)
);
INSERT INTO "small_things" VALUES('00000000000000000000000000000014','Walk around the pond','move','Stand on the porch',20,3,'14:00:00.000000',0,0,NULL);
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
	appointment_id CHAR(32), 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(backup_id) REFERENCES people (id), 
	FOREIGN KEY(suggested_id) REFERENCES people (id), 
	FOREIGN KEY(appointment_id) REFERENCES appointments (id)
);
INSERT INTO "tasks" VALUES('00000000000000000000000000000002','Walk Biscuit','2026-11-23','2026-11-23','pets','""',NULL,NULL,'','',1,NULL,NULL,'','fridge',NULL,NULL);
INSERT INTO "tasks" VALUES('ab2c72504f7a58b898ed951bf6076c8e','Drive Maria to Infusion','2026-12-01','2026-12-01','ride','"08:35"',25,NULL,'Lakeside Clinic','',1,NULL,NULL,'Morning drive','helper','00000000000000000000000000000006',NULL);
CREATE TABLE tax_years (
	id CHAR(32) NOT NULL, 
	year INTEGER NOT NULL, 
	agi INTEGER, 
	gas_cars TEXT NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id)
);
INSERT INTO "tax_years" VALUES('ed7690869ab25404ae4c66a9e8eb06f6',2026,4800000,'[]',NULL);
CREATE TABLE time_off (
	id CHAR(32) NOT NULL, 
	job_id CHAR(32) NOT NULL, 
	first DATE NOT NULL, 
	last DATE NOT NULL, 
	every_days INTEGER NOT NULL, 
	minutes INTEGER, 
	kind VARCHAR(40) NOT NULL, 
	planned BOOLEAN NOT NULL, 
	reason VARCHAR(40) NOT NULL, 
	paid VARCHAR(40) NOT NULL, 
	told_on DATE, 
	told_how TEXT NOT NULL, 
	told_whom TEXT NOT NULL, 
	appointment_id CHAR(32), 
	notes TEXT NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(job_id) REFERENCES leave_jobs (id), 
	FOREIGN KEY(appointment_id) REFERENCES appointments (id)
);
INSERT INTO "time_off" VALUES('00000000000000000000000000000009','00000000000000000000000000000007','2026-12-01','2026-12-01',1,210,'fmla',1,'care','unpaid',NULL,'','','00000000000000000000000000000006','',NULL);
CREATE TABLE touched_reminders (
	id CHAR(32) NOT NULL, 
	about VARCHAR(40) NOT NULL, 
	source_id CHAR(32) NOT NULL, 
	due_at DATETIME NOT NULL, 
	later_at DATETIME, 
	closed BOOLEAN NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id)
);
INSERT INTO "touched_reminders" VALUES('93120b7471cf588bb91223e8b0ad09bb','own','00000000000000000000000000000017','2026-11-24 09:00:00.000000',NULL,0,NULL);
CREATE TABLE work_patterns (
	id CHAR(32) NOT NULL, 
	job_id CHAR(32) NOT NULL, 
	first_day DATE NOT NULL, 
	cycle_start DATE NOT NULL, 
	weeks TEXT NOT NULL, 
	removed_at DATETIME, 
	PRIMARY KEY (id), 
	FOREIGN KEY(job_id) REFERENCES leave_jobs (id)
);
INSERT INTO "work_patterns" VALUES('00000000000000000000000000000008','00000000000000000000000000000007','2020-01-05','2020-01-05','[[0, 480, 480, 480, 480, 480, 0]]',NULL);
CREATE INDEX ix_feelings_day ON feelings (day);
CREATE INDEX ix_journal_entries_day ON journal_entries (day);
CREATE INDEX ix_own_reminders_day ON own_reminders (day);
CREATE INDEX ix_touched_reminders_due_at ON touched_reminders (due_at);
CREATE INDEX ix_appointments_day ON appointments (day);
CREATE INDEX ix_appointments_clinician_id ON appointments (clinician_id);
CREATE INDEX ix_appointments_series_id ON appointments (series_id);
CREATE INDEX ix_appointments_place_id ON appointments (place_id);
CREATE INDEX ix_appointments_person_id ON appointments (person_id, day);
CREATE INDEX ix_appointments_calendar_uid ON appointments (calendar_uid);
CREATE INDEX ix_work_patterns_job_id ON work_patterns (job_id);
CREATE INDEX ix_method_changes_job_id ON method_changes (job_id);
CREATE INDEX ix_employer_counts_job_id ON employer_counts (job_id);
CREATE INDEX ix_leave_papers_job_id ON leave_papers (job_id);
CREATE INDEX ix_tasks_last_day ON tasks (last_day, day);
CREATE INDEX ix_tasks_appointment_id ON tasks (appointment_id);
CREATE INDEX ix_rides_appointment_id ON rides (appointment_id);
CREATE INDEX ix_rides_number ON rides (number);
CREATE INDEX ix_time_off_appointment_id ON time_off (appointment_id);
CREATE INDEX ix_time_off_job_id ON time_off (job_id);
CREATE INDEX ix_expenses_paid_on ON expenses (paid_on);
CREATE INDEX ix_expenses_appointment_id ON expenses (appointment_id);
CREATE INDEX ix_expenses_kind ON expenses (kind, day);
CREATE INDEX ix_expenses_number ON expenses (number);
CREATE UNIQUE INDEX ix_expenses_one_number ON expenses (number) WHERE number > 0;
CREATE INDEX ix_expenses_day ON expenses (day, number);
CREATE INDEX ix_occurrences_task_id ON occurrences (task_id);
CREATE INDEX ix_occurrences_original ON occurrences (original);
CREATE INDEX ix_occurrences_day ON occurrences (day);
CREATE INDEX ix_outcomes_appointment_id ON outcomes (appointment_id);
CREATE INDEX ix_issued_person_id ON issued (person_id, day);
CREATE INDEX ix_issued_ride_id ON issued (ride_id);
CREATE INDEX ix_issued_appointment_id ON issued (appointment_id);
CREATE INDEX ix_issued_task_id ON issued (task_id);
CREATE INDEX ix_small_thing_times_week ON small_thing_times (week);
CREATE INDEX ix_small_thing_times_thing_id ON small_thing_times (thing_id);
CREATE INDEX ix_receipts_expense_id ON receipts (expense_id);
CREATE INDEX ix_receipts_sha256 ON receipts (sha256);
CREATE INDEX ix_claims_expense_id ON claims (expense_id);
CREATE INDEX ix_asks_task_id ON asks (task_id);
CREATE INDEX ix_asks_occurrence_id ON asks (occurrence_id);
CREATE INDEX ix_asks_person_id ON asks (person_id);
CREATE INDEX ix_reimbursements_expense_id ON reimbursements (expense_id);
CREATE INDEX ix_reimbursements_received_on ON reimbursements (received_on);
CREATE INDEX ix_reimbursements_claim_id ON reimbursements (claim_id);
CREATE INDEX ix_call_notes_claim_id ON call_notes (claim_id);
CREATE INDEX ix_call_notes_day ON call_notes (day);
COMMIT;
