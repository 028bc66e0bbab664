-- Snowflakes are TEXT, instants INTEGER (UTC ms), civil dates TEXT (YYYY-MM-DD), zones TEXT (IANA names).

CREATE TABLE settings (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE guilds (
  guild_id TEXT PRIMARY KEY,
  zone     TEXT,
  outline  TEXT,
  gone_at  INTEGER
) STRICT;

CREATE TABLE members (
  user_id         TEXT PRIMARY KEY,
  zone            TEXT,
  zone_changed_at INTEGER,
  outline         TEXT,
  exam_date       TEXT,
  on_boards       INTEGER NOT NULL DEFAULT 1 CHECK (on_boards IN (0, 1)),
  progress_open   INTEGER NOT NULL DEFAULT 0 CHECK (progress_open IN (0, 1))
) STRICT;

CREATE TABLE guild_members (
  guild_id      TEXT NOT NULL REFERENCES guilds,
  user_id       TEXT NOT NULL REFERENCES members,
  display_name  TEXT NOT NULL,
  first_seen_at INTEGER NOT NULL,
  last_seen_at  INTEGER NOT NULL,
  left_at       INTEGER,
  PRIMARY KEY (guild_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX guild_members_by_user ON guild_members (user_id);

-- A removed channel keeps its row, since its posts are still to be revealed.
CREATE TABLE study_channels (
  channel_id      TEXT PRIMARY KEY,
  guild_id        TEXT NOT NULL REFERENCES guilds,
  minutes         INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1439),
  -- 1 Monday, 2 Tuesday, 4 Wednesday … 64 Sunday, added up.
  weekdays        INTEGER NOT NULL CHECK (weekdays BETWEEN 1 AND 127),
  zone            TEXT NOT NULL,
  outline         TEXT,
  role_id         TEXT,
  reveal_hours    INTEGER CHECK (reveal_hours > 0),
  thread          INTEGER NOT NULL CHECK (thread IN (0, 1)),
  next_due_at     INTEGER,
  next_local_date TEXT,
  paused_reason   TEXT CHECK (paused_reason IN ('forbidden', 'gone', 'admin')),
  paused_detail   TEXT,
  paused_at       INTEGER,
  checked_at      INTEGER,
  removed_at      INTEGER,
  last_kind       TEXT CHECK (last_kind IN ('posted', 'late', 'skipped', 'failed')),
  last_reason     TEXT,
  last_at         INTEGER
) STRICT;
CREATE INDEX study_channels_by_guild ON study_channels (guild_id);
CREATE INDEX study_channels_by_due ON study_channels (next_due_at) WHERE next_due_at IS NOT NULL;

-- One row a channel and local date: whatever clocks, restarts and admins do, no second post.
CREATE TABLE dailies (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  channel_id      TEXT NOT NULL REFERENCES study_channels,
  guild_id        TEXT NOT NULL REFERENCES guilds,
  local_date      TEXT NOT NULL,
  zone            TEXT NOT NULL,
  due_at          INTEGER NOT NULL,
  -- From then on it is too late to post: six hours after, or the end of the local date.
  expires_at      INTEGER NOT NULL,
  late            INTEGER NOT NULL CHECK (late IN (0, 1)),
  state           TEXT NOT NULL CHECK (state IN ('due', 'claimed', 'posted', 'skipped', 'failed')),
  owner           TEXT,
  claimed_at      INTEGER,
  attempts        INTEGER NOT NULL DEFAULT 0,
  retry_at        INTEGER,
  reason          TEXT,
  nonce           TEXT NOT NULL CHECK (length(nonce) <= 25),
  item_id         TEXT,
  revision        INTEGER,
  seed            TEXT,
  outline         TEXT,
  message_id      TEXT,
  thread_id       TEXT,
  posted_at       INTEGER,
  shown_count     INTEGER NOT NULL DEFAULT 0,
  counted_at      INTEGER,
  closes_at       INTEGER,
  reveal_state    TEXT NOT NULL DEFAULT 'none'
                  CHECK (reveal_state IN ('none', 'due', 'claimed', 'revealed', 'failed')),
  reveal_owner    TEXT,
  reveal_claimed_at INTEGER,
  reveal_attempts INTEGER NOT NULL DEFAULT 0,
  reveal_retry_at INTEGER,
  revealed_at     INTEGER,
  UNIQUE (channel_id, local_date)
) STRICT;
CREATE INDEX dailies_by_guild ON dailies (guild_id, due_at);
CREATE INDEX dailies_to_post ON dailies (due_at) WHERE state IN ('due', 'claimed');
CREATE INDEX dailies_to_reveal ON dailies (posted_at)
  WHERE state = 'posted' AND reveal_state IN ('none', 'due', 'claimed');

-- What deleted members answered to a daily question, as numbers on a card that everybody has seen.
CREATE TABLE forgotten_daily_answers (
  daily_id INTEGER NOT NULL REFERENCES dailies,
  chosen   TEXT NOT NULL,
  correct  INTEGER NOT NULL CHECK (correct IN (0, 1)),
  answers  INTEGER NOT NULL,
  PRIMARY KEY (daily_id, chosen)
) STRICT, WITHOUT ROWID;

-- Dates on which Sensei owed a guild a question and none came.
CREATE TABLE exempt_days (
  guild_id   TEXT NOT NULL REFERENCES guilds,
  local_date TEXT NOT NULL,
  at         INTEGER NOT NULL,
  reason     TEXT NOT NULL,
  PRIMARY KEY (guild_id, local_date)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  id         TEXT PRIMARY KEY,
  user_id    TEXT NOT NULL REFERENCES members,
  guild_id   TEXT,
  channel_id TEXT,
  place      TEXT NOT NULL CHECK (place IN ('quiz', 'review', 'repair')),
  topic      TEXT NOT NULL,
  outline    TEXT NOT NULL,
  difficulty INTEGER,
  state      TEXT NOT NULL CHECK (state IN ('open', 'finished', 'left')),
  started_at INTEGER NOT NULL,
  ended_at   INTEGER
) STRICT;
CREATE INDEX sessions_by_user ON sessions (user_id, started_at);
CREATE UNIQUE INDEX one_open_session ON sessions (user_id) WHERE state = 'open';

CREATE TABLE session_items (
  session_id TEXT NOT NULL REFERENCES sessions,
  position   INTEGER NOT NULL,
  item_id    TEXT NOT NULL,
  revision   INTEGER NOT NULL,
  seed       TEXT NOT NULL,
  shown_at   INTEGER,
  confidence TEXT CHECK (confidence IN ('sure', 'think', 'guess')),
  selection  TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (session_id, position)
) STRICT, WITHOUT ROWID;

-- The log. Everything about points and streaks can be derived from it, from sessions and from exempt days.
CREATE TABLE answers (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id        TEXT NOT NULL REFERENCES members,
  item_id        TEXT NOT NULL,
  revision       INTEGER NOT NULL,
  -- JSON array of option indices in the order of the file, not as they were shown.
  chosen         TEXT NOT NULL,
  correct        INTEGER NOT NULL CHECK (correct IN (0, 1)),
  confidence     TEXT CHECK (confidence IN ('sure', 'think', 'guess')),
  ms             INTEGER CHECK (ms >= 0),
  at             INTEGER NOT NULL,
  zone           TEXT NOT NULL,
  local_date     TEXT NOT NULL,
  first_attempt  INTEGER NOT NULL CHECK (first_attempt IN (0, 1)),
  seed           TEXT NOT NULL,
  place          TEXT NOT NULL CHECK (place IN ('daily', 'quiz', 'review', 'repair')),
  guild_id       TEXT,
  channel_id     TEXT,
  daily_id       INTEGER REFERENCES dailies,
  session_id     TEXT REFERENCES sessions,
  position       INTEGER,
  interaction_id TEXT NOT NULL UNIQUE,
  CHECK ((place = 'daily') = (daily_id IS NOT NULL)),
  CHECK ((daily_id IS NULL) = (session_id IS NOT NULL)),
  CHECK ((session_id IS NULL) = (position IS NULL))
) STRICT;
CREATE UNIQUE INDEX one_answer_a_daily ON answers (daily_id, user_id) WHERE daily_id IS NOT NULL;
CREATE UNIQUE INDEX one_answer_a_question ON answers (session_id, position) WHERE session_id IS NOT NULL;
CREATE UNIQUE INDEX one_first_attempt ON answers (user_id, item_id) WHERE first_attempt = 1;
CREATE INDEX answers_by_item ON answers (user_id, item_id);
CREATE INDEX answers_by_guild ON answers (guild_id, at);

CREATE TRIGGER answers_never_change BEFORE UPDATE ON answers
BEGIN
  SELECT RAISE(ABORT, 'the answer log is append-only');
END;

-- Holds a row only inside the transaction that deletes a member.
CREATE TABLE being_forgotten (
  user_id TEXT PRIMARY KEY
) STRICT;

CREATE TRIGGER answers_go_with_their_member BEFORE DELETE ON answers
WHEN NOT EXISTS (SELECT 1 FROM being_forgotten WHERE user_id = OLD.user_id)
BEGIN
  SELECT RAISE(ABORT, 'the answer log is append-only');
END;

-- Derived; `verify` compares it with the log.
CREATE TABLE points (
  answer_id  INTEGER PRIMARY KEY REFERENCES answers ON DELETE CASCADE,
  user_id    TEXT NOT NULL,
  local_date TEXT NOT NULL,
  points     INTEGER NOT NULL
) STRICT;
CREATE INDEX points_by_day ON points (user_id, local_date);

-- Derived; `answer_id` is the answer that brought the event.
CREATE TABLE study_events (
  answer_id  INTEGER PRIMARY KEY REFERENCES answers ON DELETE CASCADE,
  user_id    TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('daily', 'set', 'repair')),
  at         INTEGER NOT NULL,
  zone       TEXT NOT NULL,
  local_date TEXT NOT NULL
) STRICT;
CREATE INDEX study_events_by_user ON study_events (user_id, at);

CREATE TABLE kept_terms (
  user_id TEXT NOT NULL REFERENCES members,
  term_id TEXT NOT NULL,
  kept_at INTEGER NOT NULL,
  PRIMARY KEY (user_id, term_id)
) STRICT, WITHOUT ROWID;

-- Look-ups without a result; who asked is not kept.
CREATE TABLE wishes (
  query    TEXT NOT NULL,
  guild_id TEXT NOT NULL,
  times    INTEGER NOT NULL,
  first_at INTEGER NOT NULL,
  last_at  INTEGER NOT NULL,
  PRIMARY KEY (query, guild_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE reports (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id  TEXT NOT NULL REFERENCES members,
  item_id  TEXT NOT NULL,
  revision INTEGER NOT NULL,
  reason   TEXT NOT NULL,
  guild_id TEXT,
  at       INTEGER NOT NULL
) STRICT;
CREATE INDEX reports_by_user ON reports (user_id);
CREATE INDEX reports_by_item ON reports (item_id, revision);
