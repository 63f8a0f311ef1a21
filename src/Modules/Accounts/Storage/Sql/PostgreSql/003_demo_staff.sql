-- Several made-up people of one role: what needs two clerks can be tried.
DROP INDEX demo_staff_by_role;
CREATE UNIQUE INDEX demo_staff_by_name ON staff (ags, name) WHERE demo;
