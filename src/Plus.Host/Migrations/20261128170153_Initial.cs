using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Plus.Host.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "support");

            migrationBuilder.EnsureSchema(
                name: "host_pages");

            migrationBuilder.EnsureSchema(
                name: "work_hours");

            migrationBuilder.EnsureSchema(
                name: "supervision");

            migrationBuilder.EnsureSchema(
                name: "archive");

            migrationBuilder.EnsureSchema(
                name: "cases");

            migrationBuilder.EnsureSchema(
                name: "obligations");

            migrationBuilder.EnsureSchema(
                name: "breaches");

            migrationBuilder.EnsureSchema(
                name: "documents");

            migrationBuilder.EnsureSchema(
                name: "rules");

            migrationBuilder.EnsureSchema(
                name: "host_api");

            migrationBuilder.EnsureSchema(
                name: "transport_costs");

            migrationBuilder.EnsureSchema(
                name: "access");

            migrationBuilder.EnsureSchema(
                name: "clients");

            migrationBuilder.EnsureSchema(
                name: "contacts");

            migrationBuilder.EnsureSchema(
                name: "partners");

            migrationBuilder.EnsureSchema(
                name: "takeover");

            migrationBuilder.EnsureSchema(
                name: "probation_observation");

            migrationBuilder.EnsureSchema(
                name: "keys");

            migrationBuilder.EnsureSchema(
                name: "conditional_discharge");

            migrationBuilder.EnsureSchema(
                name: "drafts");

            migrationBuilder.EnsureSchema(
                name: "tasks");

            migrationBuilder.EnsureSchema(
                name: "journal");

            migrationBuilder.EnsureSchema(
                name: "retention");

            migrationBuilder.EnsureSchema(
                name: "files");

            migrationBuilder.EnsureSchema(
                name: "plans");

            migrationBuilder.EnsureSchema(
                name: "community_work");

            migrationBuilder.EnsureSchema(
                name: "educational_community_work");

            migrationBuilder.EnsureSchema(
                name: "incidents");

            migrationBuilder.EnsureSchema(
                name: "mailroom");

            migrationBuilder.EnsureSchema(
                name: "exchange");

            migrationBuilder.EnsureSchema(
                name: "outbox");

            migrationBuilder.EnsureSchema(
                name: "organisation");

            migrationBuilder.EnsureSchema(
                name: "programmes");

            migrationBuilder.EnsureSchema(
                name: "audit");

            migrationBuilder.EnsureSchema(
                name: "mediation");

            migrationBuilder.EnsureSchema(
                name: "opportunities");

            migrationBuilder.EnsureSchema(
                name: "reminders");

            migrationBuilder.EnsureSchema(
                name: "assessment_reports");

            migrationBuilder.EnsureSchema(
                name: "applications");

            migrationBuilder.EnsureSchema(
                name: "probation_supervision");

            migrationBuilder.CreateTable(
                name: "calendar_day",
                schema: "rules",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_day", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "call_list_entry",
                schema: "supervision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_call_list_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "client",
                schema: "clients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    given_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "lv-LV-x-icu"),
                    surname = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "lv-LV-x-icu"),
                    name_key = table.Column<string>(type: "character varying(420)", maxLength: 420, nullable: false, collation: "C"),
                    birth_date = table.Column<DateOnly>(type: "date", nullable: false),
                    sex = table.Column<string>(type: "character varying(1)", maxLength: 1, nullable: true),
                    citizenship = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    languages = table.Column<string[]>(type: "text[]", nullable: false),
                    needs_interpreter = table.Column<bool>(type: "boolean", nullable: false),
                    education = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    employment = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    dependants = table.Column<int>(type: "integer", nullable: true),
                    risk_to_staff = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    died_on = table.Column<DateOnly>(type: "date", nullable: true),
                    merged_into = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    entered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_client", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                schema: "keys",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "draft",
                schema: "drafts",
                columns: table => new
                {
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    journey = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    subject_id = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draft", x => new { x.staff_id, x.journey, x.subject_id });
                });

            migrationBuilder.CreateTable(
                name: "intake_message",
                schema: "exchange",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: true),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    raw = table.Column<string>(type: "text", nullable: false),
                    raw_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    raw_bytes = table.Column<byte[]>(type: "bytea", nullable: true),
                    run_id = table.Column<Guid>(type: "uuid", nullable: true),
                    line = table.Column<int>(type: "integer", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reasons = table.Column<string[]>(type: "text[]", nullable: false),
                    reason_values = table.Column<string>(type: "jsonb", nullable: true),
                    client_id = table.Column<Guid>(type: "uuid", nullable: true),
                    refers_to = table.Column<Guid>(type: "uuid", nullable: true),
                    waiting = table.Column<bool>(type: "boolean", nullable: false),
                    mended_from = table.Column<Guid>(type: "uuid", nullable: true),
                    settled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_intake_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "intake_run",
                schema: "exchange",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    stored_path = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    bytes_done = table.Column<long>(type: "bigint", nullable: false),
                    lines_done = table.Column<int>(type: "integer", nullable: false),
                    accepted = table.Column<int>(type: "integer", nullable: false),
                    attention = table.Column<int>(type: "integer", nullable: false),
                    match_to_confirm = table.Column<int>(type: "integer", nullable: false),
                    repeated = table.Column<int>(type: "integer", nullable: false),
                    rejected = table.Column<int>(type: "integer", nullable: false),
                    ignored = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    started_by = table.Column<Guid>(type: "uuid", nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_intake_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kind",
                schema: "contacts",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    asks_place = table.Column<bool>(type: "boolean", nullable: false),
                    asks_attendance = table.Column<bool>(type: "boolean", nullable: false),
                    in_office = table.Column<bool>(type: "boolean", nullable: false),
                    counts_to_norm = table.Column<bool>(type: "boolean", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kind", x => x.code);
                    table.CheckConstraint("ck_kind_minutes", "minutes BETWEEN 1 AND 600");
                });

            migrationBuilder.CreateTable(
                name: "kind",
                schema: "incidents",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    tells_office = table.Column<bool>(type: "boolean", nullable: false),
                    tells_region = table.Column<bool>(type: "boolean", nullable: false),
                    tells_service = table.Column<bool>(type: "boolean", nullable: false),
                    review_days = table.Column<int>(type: "integer", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kind", x => x.code);
                    table.CheckConstraint("ck_kind_review_days", "review_days BETWEEN 0 AND 60");
                });

            migrationBuilder.CreateTable(
                name: "leftover",
                schema: "archive",
                columns: table => new
                {
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leftover", x => x.client_id);
                });

            migrationBuilder.CreateTable(
                name: "master_key",
                schema: "keys",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_master_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "message",
                schema: "outbox",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    delivered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    proof = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    failure_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_device",
                schema: "supervision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    serial = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_device", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "nomenclature",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mark = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    title_lv = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    title_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    unconfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_nomenclature", x => x.id);
                    table.CheckConstraint("ck_nomenclature_days", "valid_to is null or valid_to >= valid_from");
                });

            migrationBuilder.CreateTable(
                name: "parameter_override",
                schema: "rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    value = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    act = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    article = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    set_by = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parameter_override", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "payment_list",
                schema: "transport_costs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: true),
                    count = table.Column<int>(type: "integer", nullable: false),
                    sum = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_list", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "priority_work",
                schema: "partners",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    territory_code = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    work = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_priority_work", x => x.id);
                    table.CheckConstraint("ck_priority_work_days", "valid_to is null or valid_to >= valid_from");
                });

            migrationBuilder.CreateTable(
                name: "process",
                schema: "audit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    type = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: true),
                    section_id = table.Column<Guid>(type: "uuid", nullable: true),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    legal_basis = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    on_timeline = table.Column<bool>(type: "boolean", nullable: false),
                    values = table.Column<string>(type: "jsonb", nullable: true),
                    changes = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_process", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "provider",
                schema: "support",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "lv-LV-x-icu"),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    registration_no = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    contact = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "region",
                schema: "organisation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_region", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "removal",
                schema: "files",
                columns: table => new
                {
                    store = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_removal", x => new { x.store, x.address });
                });

            migrationBuilder.CreateTable(
                name: "role",
                schema: "access",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    scope = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    permissions = table.Column<string[]>(type: "text[]", nullable: false),
                    delivered = table.Column<string[]>(type: "text[]", nullable: false),
                    privileged = table.Column<bool>(type: "boolean", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "run",
                schema: "takeover",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    source_version = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    exported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    manifest_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    error = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    normalized_user_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    given_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "lv-LV-x-icu"),
                    surname = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "lv-LV-x-icu"),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    employee_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    password_hash = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    security_stamp = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failed_logins = table.Column<int>(type: "integer", nullable: false),
                    last_log_in = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    active_from = table.Column<DateOnly>(type: "date", nullable: false),
                    active_to = table.Column<DateOnly>(type: "date", nullable: true),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stored_file",
                schema: "files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    media_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    store = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    wrapped_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    master_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    scan = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words_read = table.Column<bool>(type: "boolean", nullable: false),
                    touched_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_file", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stored_query",
                schema: "drafts",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_query", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "taken_row",
                schema: "takeover",
                columns: table => new
                {
                    source = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    table_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    source_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    plus_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    marks = table.Column<string[]>(type: "text[]", nullable: false),
                    taken_run = table.Column<Guid>(type: "uuid", nullable: false),
                    seen_run = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_taken_row", x => new { x.source, x.table_code, x.source_id });
                });

            migrationBuilder.CreateTable(
                name: "territory",
                schema: "organisation",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_territory", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "vendor_event",
                schema: "supervision",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    serial = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vendor_event", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "view",
                schema: "audit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    part = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    clients = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: true),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_view", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "archived_case",
                schema: "archive",
                columns: table => new
                {
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_of = table.Column<Guid>(type: "uuid", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    returns_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stale = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_archived_case", x => x.client_id);
                    table.ForeignKey(
                        name: "fk_archived_case_case_of",
                        column: x => x.case_of,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_archived_case_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "basis",
                schema: "cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    in_force_on = table.Column<DateOnly>(type: "date", nullable: true),
                    issuer_kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    issuer_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    proceeding_no = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    message_id = table.Column<Guid>(type: "uuid", nullable: true),
                    replaced_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_basis", x => x.id);
                    table.ForeignKey(
                        name: "fk_basis_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "client_address",
                schema: "clients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    territory_code = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: true),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_client_address", x => x.id);
                    table.ForeignKey(
                        name: "fk_client_address_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "client_case",
                schema: "cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    formed_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_client_case", x => x.id);
                    table.ForeignKey(
                        name: "fk_client_case_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "client_health",
                schema: "clients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    disability_group = table.Column<int>(type: "integer", nullable: true),
                    limits = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_client_health", x => x.id);
                    table.ForeignKey(
                        name: "fk_client_health_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "client_identifier",
                schema: "clients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_client_identifier", x => x.id);
                    table.ForeignKey(
                        name: "fk_client_identifier_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "client_name",
                schema: "clients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    given_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "lv-LV-x-icu"),
                    surname = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "lv-LV-x-icu"),
                    name_key = table.Column<string>(type: "character varying(420)", maxLength: 420, nullable: false, collation: "C"),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_client_name", x => x.id);
                    table.ForeignKey(
                        name: "fk_client_name_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "client_reach",
                schema: "clients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    search_key = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    consent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    consent_withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_client_reach", x => x.id);
                    table.ForeignKey(
                        name: "fk_client_reach_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "client_restriction",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    people = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_client_restriction", x => x.id);
                    table.ForeignKey(
                        name: "fk_client_restriction_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "earlier_conviction",
                schema: "clients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    convicted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    court = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    article = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    sup = table.Column<int>(type: "integer", nullable: true),
                    part = table.Column<int>(type: "integer", nullable: true),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_earlier_conviction", x => x.id);
                    table.ForeignKey(
                        name: "fk_earlier_conviction_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "legal_hold",
                schema: "retention",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    set_by = table.Column<Guid>(type: "uuid", nullable: false),
                    set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_hold", x => x.id);
                    table.ForeignKey(
                        name: "fk_legal_hold_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "must_not_meet",
                schema: "clients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_must_not_meet", x => x.id);
                    table.ForeignKey(
                        name: "fk_must_not_meet_first_id",
                        column: x => x.first_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_must_not_meet_second_id",
                        column: x => x.second_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "name_form",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    form = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(420)", maxLength: 420, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_name_form", x => x.id);
                    table.ForeignKey(
                        name: "fk_name_form_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "possible_duplicate",
                schema: "clients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    moved = table.Column<string>(type: "jsonb", nullable: true),
                    kept_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_possible_duplicate", x => x.id);
                    table.ForeignKey(
                        name: "fk_possible_duplicate_first_id",
                        column: x => x.first_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_possible_duplicate_second_id",
                        column: x => x.second_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "related_person",
                schema: "clients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    relation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    given_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "lv-LV-x-icu"),
                    surname = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "lv-LV-x-icu"),
                    is_legal_representative = table.Column<bool>(type: "boolean", nullable: false),
                    personal_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    birth_date = table.Column<DateOnly>(type: "date", nullable: true),
                    phone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_related_person", x => x.id);
                    table.ForeignKey(
                        name: "fk_related_person_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "intake_run_part",
                schema: "exchange",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_line = table.Column<int>(type: "integer", nullable: false),
                    outcomes = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_intake_run_part", x => new { x.run_id, x.first_line });
                    table.ForeignKey(
                        name: "fk_intake_run_part_run_id",
                        column: x => x.run_id,
                        principalSchema: "exchange",
                        principalTable: "intake_run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "number_series",
                schema: "documents",
                columns: table => new
                {
                    nomenclature_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_number_series", x => new { x.nomenclature_id, x.year });
                    table.ForeignKey(
                        name: "fk_number_series_nomenclature_id",
                        column: x => x.nomenclature_id,
                        principalSchema: "documents",
                        principalTable: "nomenclature",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "template",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title_lv = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    title_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    function = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    nomenclature_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recipient_kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_template", x => x.id);
                    table.ForeignKey(
                        name: "fk_template_nomenclature_id",
                        column: x => x.nomenclature_id,
                        principalSchema: "documents",
                        principalTable: "nomenclature",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contract",
                schema: "support",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    funding = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false),
                    unit_price = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false),
                    places = table.Column<int>(type: "integer", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract", x => x.id);
                    table.CheckConstraint("ck_contract_days", "valid_from <= valid_to");
                    table.CheckConstraint("ck_contract_money", "amount > 0 and unit_price > 0");
                    table.CheckConstraint("ck_contract_places", "(places is not null) = (kind = 'rehabilitation')");
                    table.ForeignKey(
                        name: "fk_contract_provider_id",
                        column: x => x.provider_id,
                        principalSchema: "support",
                        principalTable: "provider",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "office",
                schema: "organisation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region_id = table.Column<Guid>(type: "uuid", nullable: true),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office", x => x.id);
                    table.ForeignKey(
                        name: "fk_office_region_id",
                        column: x => x.region_id,
                        principalSchema: "organisation",
                        principalTable: "region",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "count",
                schema: "takeover",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    table_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    expected = table.Column<long>(type: "bigint", nullable: true),
                    in_file = table.Column<long>(type: "bigint", nullable: false),
                    taken = table.Column<long>(type: "bigint", nullable: false),
                    joined = table.Column<long>(type: "bigint", nullable: false),
                    unchanged = table.Column<long>(type: "bigint", nullable: false),
                    corrected = table.Column<long>(type: "bigint", nullable: false),
                    quarantined = table.Column<long>(type: "bigint", nullable: false),
                    in_database = table.Column<long>(type: "bigint", nullable: true),
                    minutes_expected = table.Column<long>(type: "bigint", nullable: true),
                    minutes_in_file = table.Column<long>(type: "bigint", nullable: false),
                    minutes_quarantined = table.Column<long>(type: "bigint", nullable: false),
                    minutes_in_database = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_count", x => new { x.run_id, x.table_code, x.year });
                    table.ForeignKey(
                        name: "fk_count_run_id",
                        column: x => x.run_id,
                        principalSchema: "takeover",
                        principalTable: "run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "file_mark",
                schema: "takeover",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    table_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    file_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    bytes_done = table.Column<long>(type: "bigint", nullable: false),
                    lines_done = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<bool>(type: "boolean", nullable: false),
                    ignored = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_mark", x => new { x.run_id, x.table_code });
                    table.ForeignKey(
                        name: "fk_file_mark_run_id",
                        column: x => x.run_id,
                        principalSchema: "takeover",
                        principalTable: "run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mark_count",
                schema: "takeover",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    table_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    mark = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    rows = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mark_count", x => new { x.run_id, x.table_code, x.mark });
                    table.ForeignKey(
                        name: "fk_mark_count_run_id",
                        column: x => x.run_id,
                        principalSchema: "takeover",
                        principalTable: "run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "quarantined_row",
                schema: "takeover",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    table_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    source_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    reasons = table.Column<string[]>(type: "text[]", nullable: false),
                    reason_values = table.Column<string>(type: "jsonb", nullable: false),
                    taken_by_run = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quarantined_row", x => x.id);
                    table.ForeignKey(
                        name: "fk_quarantined_row_run_id",
                        column: x => x.run_id,
                        principalSchema: "takeover",
                        principalTable: "run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "section_count",
                schema: "takeover",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    function = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    outcome = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    in_file = table.Column<long>(type: "bigint", nullable: false),
                    quarantined = table.Column<long>(type: "bigint", nullable: false),
                    in_database = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_section_count", x => new { x.run_id, x.function, x.outcome, x.year });
                    table.ForeignKey(
                        name: "fk_section_count_run_id",
                        column: x => x.run_id,
                        principalSchema: "takeover",
                        principalTable: "run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "erasure",
                schema: "retention",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    class_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    years = table.Column<int>(type: "integer", nullable: false),
                    due_by = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasure", x => x.id);
                    table.CheckConstraint("ck_erasure_two_people", "decided_by <> proposed_by");
                    table.ForeignKey(
                        name: "fk_erasure_decided_by",
                        column: x => x.decided_by,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_erasure_proposed_by",
                        column: x => x.proposed_by,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "feed",
                schema: "contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    stamp = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    strong = table.Column<bool>(type: "boolean", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feed", x => x.id);
                    table.ForeignKey(
                        name: "fk_feed_staff_id",
                        column: x => x.staff_id,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opened_record",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    needs_consent = table.Column<bool>(type: "boolean", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reviewed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    reviewed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    review_note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    alarm_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opened_record", x => x.id);
                    table.ForeignKey(
                        name: "fk_opened_record_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opened_record_staff_id",
                        column: x => x.staff_id,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "passkey",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1023, nullable: false),
                    public_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sign_count = table.Column<long>(type: "bigint", nullable: false),
                    transports = table.Column<string[]>(type: "text[]", nullable: false),
                    is_backup_eligible = table.Column<bool>(type: "boolean", nullable: false),
                    is_backed_up = table.Column<bool>(type: "boolean", nullable: false),
                    attestation_object = table.Column<byte[]>(type: "bytea", nullable: false),
                    client_data_json = table.Column<byte[]>(type: "bytea", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_passkey", x => x.id);
                    table.ForeignKey(
                        name: "fk_passkey_staff_id",
                        column: x => x.staff_id,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "password_link",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_password_link", x => x.id);
                    table.ForeignKey(
                        name: "fk_password_link_staff_id",
                        column: x => x.staff_id,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "provider_session",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sid = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider_session", x => x.id);
                    table.ForeignKey(
                        name: "fk_provider_session_staff_id",
                        column: x => x.staff_id,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recovery_code",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recovery_code", x => x.id);
                    table.ForeignKey(
                        name: "fk_recovery_code_staff_id",
                        column: x => x.staff_id,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "second_factor",
                schema: "access",
                columns: table => new
                {
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret = table.Column<byte[]>(type: "bytea", maxLength: 400, nullable: false),
                    last_step = table.Column<long>(type: "bigint", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_second_factor", x => x.staff_id);
                    table.ForeignKey(
                        name: "fk_second_factor_staff_id",
                        column: x => x.staff_id,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "session",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    posts = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session", x => x.id);
                    table.ForeignKey(
                        name: "fk_session_staff_id",
                        column: x => x.staff_id,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shift",
                schema: "supervision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer = table.Column<Guid>(type: "uuid", nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    handed_to = table.Column<Guid>(type: "uuid", nullable: true),
                    open_alarms = table.Column<int>(type: "integer", nullable: true),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shift", x => x.id);
                    table.ForeignKey(
                        name: "fk_shift_officer",
                        column: x => x.officer,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staff_subject",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issuer = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    subject = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_subject", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_subject_staff_id",
                        column: x => x.staff_id,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staff_training",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    hours = table.Column<int>(type: "integer", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    certificate = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_training", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_training_staff_id",
                        column: x => x.staff_id,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stated_purpose",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    stated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stated_purpose", x => x.id);
                    table.ForeignKey(
                        name: "fk_stated_purpose_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_stated_purpose_staff_id",
                        column: x => x.staff_id,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "substitution",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    absent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stand_in_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_substitution", x => x.id);
                    table.ForeignKey(
                        name: "fk_substitution_absent_id",
                        column: x => x.absent_id,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_substitution_stand_in_id",
                        column: x => x.stand_in_id,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "file_text",
                schema: "files",
                columns: table => new
                {
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_text", x => x.file_id);
                    table.ForeignKey(
                        name: "fk_file_text_file_id",
                        column: x => x.file_id,
                        principalSchema: "files",
                        principalTable: "stored_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kept_file",
                schema: "archive",
                columns: table => new
                {
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_file", x => new { x.client_id, x.file_id });
                    table.ForeignKey(
                        name: "fk_kept_file_file_id",
                        column: x => x.file_id,
                        principalSchema: "files",
                        principalTable: "stored_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "basis_offence",
                schema: "cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    basis_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    article = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    sup = table.Column<int>(type: "integer", nullable: true),
                    part = table.Column<int>(type: "integer", nullable: true),
                    point = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    committed_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_basis_offence", x => x.id);
                    table.ForeignKey(
                        name: "fk_basis_offence_basis_id",
                        column: x => x.basis_id,
                        principalSchema: "cases",
                        principalTable: "basis",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bulk_run",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    template_id = table.Column<Guid>(type: "uuid", nullable: false),
                    started_by = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sections = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    with_pdf = table.Column<bool>(type: "boolean", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    failed = table.Column<int>(type: "integer", nullable: false),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulk_run", x => x.id);
                    table.ForeignKey(
                        name: "fk_bulk_run_started_by",
                        column: x => x.started_by,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bulk_run_template_id",
                        column: x => x.template_id,
                        principalSchema: "documents",
                        principalTable: "template",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "template_version",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    template_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    file_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    delivered_as = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    remark = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_template_version", x => x.id);
                    table.CheckConstraint("ck_template_version_days", "valid_to is null or valid_to >= valid_from");
                    table.CheckConstraint("ck_template_version_second_person", "state <> 'approved' or delivered_as is not null or decided_by is distinct from proposed_by");
                    table.ForeignKey(
                        name: "fk_template_version_decided_by",
                        column: x => x.decided_by,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_template_version_file_id",
                        column: x => x.file_id,
                        principalSchema: "files",
                        principalTable: "stored_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_template_version_proposed_by",
                        column: x => x.proposed_by,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_template_version_template_id",
                        column: x => x.template_id,
                        principalSchema: "documents",
                        principalTable: "template",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoice",
                schema: "support",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    owed = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: true),
                    payment_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice", x => x.id);
                    table.CheckConstraint("ck_invoice_owed", "(state in ('accepted', 'paid')) = (owed is not null)");
                    table.CheckConstraint("ck_invoice_paid", "(state = 'paid') = (paid_on is not null)");
                    table.ForeignKey(
                        name: "fk_invoice_contract_id",
                        column: x => x.contract_id,
                        principalSchema: "support",
                        principalTable: "contract",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "claim_mapping",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    value = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    role_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claim_mapping", x => x.id);
                    table.ForeignKey(
                        name: "fk_claim_mapping_made_by",
                        column: x => x.made_by,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_claim_mapping_office_id",
                        column: x => x.office_id,
                        principalSchema: "organisation",
                        principalTable: "office",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_claim_mapping_role_code",
                        column: x => x.role_code,
                        principalSchema: "access",
                        principalTable: "role",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "host_employer",
                schema: "partners",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "lv-LV-x-icu"),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    registration_no = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: true),
                    territory_code = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: true),
                    address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    takes_minors = table.Column<bool>(type: "boolean", nullable: false),
                    refused_offences = table.Column<string[]>(type: "text[]", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_employer", x => x.id);
                    table.ForeignKey(
                        name: "fk_host_employer_office_id",
                        column: x => x.office_id,
                        principalSchema: "organisation",
                        principalTable: "office",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "incoming",
                schema: "mailroom",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sender = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    sender_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    sender_date = table.Column<DateOnly>(type: "date", nullable: true),
                    subject = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    body = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    client_id = table.Column<Guid>(type: "uuid", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due_rule = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    assigned_to = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    answer_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    source_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incoming", x => x.id);
                    table.ForeignKey(
                        name: "fk_incoming_assigned_to",
                        column: x => x.assigned_to,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_incoming_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_incoming_office_id",
                        column: x => x.office_id,
                        principalSchema: "organisation",
                        principalTable: "office",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "office_territory",
                schema: "organisation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    territory_code = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    assumed = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_territory", x => x.id);
                    table.ForeignKey(
                        name: "fk_office_territory_office_id",
                        column: x => x.office_id,
                        principalSchema: "organisation",
                        principalTable: "office",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_office_territory_territory_code",
                        column: x => x.territory_code,
                        principalSchema: "organisation",
                        principalTable: "territory",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "post_proposal",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved = table.Column<bool>(type: "boolean", nullable: true),
                    by_claims = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_proposal", x => x.id);
                    table.ForeignKey(
                        name: "fk_post_proposal_office_id",
                        column: x => x.office_id,
                        principalSchema: "organisation",
                        principalTable: "office",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_post_proposal_role_code",
                        column: x => x.role_code,
                        principalSchema: "access",
                        principalTable: "role",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_post_proposal_staff_id",
                        column: x => x.staff_id,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "room",
                schema: "contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "lv-LV-x-icu"),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_room", x => x.id);
                    table.ForeignKey(
                        name: "fk_room_office_id",
                        column: x => x.office_id,
                        principalSchema: "organisation",
                        principalTable: "office",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "schedule_run",
                schema: "work_hours",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    weekly_minutes = table.Column<int>(type: "integer", nullable: false),
                    started_by = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_schedule_run", x => x.id);
                    table.ForeignKey(
                        name: "fk_schedule_run_office_id",
                        column: x => x.office_id,
                        principalSchema: "organisation",
                        principalTable: "office",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_schedule_run_started_by",
                        column: x => x.started_by,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "section",
                schema: "cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    function = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    measure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    basis_id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    office_reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    manager_id = table.Column<Guid>(type: "uuid", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    term_starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    term_ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    main_article = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    main_article_sup = table.Column<int>(type: "integer", nullable: true),
                    sexual_offence = table.Column<bool>(type: "boolean", nullable: false),
                    annulled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reopened_times = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_section", x => x.id);
                    table.CheckConstraint("ck_section_annulled", "(state = 'annulled') = (annulled_on is not null)");
                    table.CheckConstraint("ck_section_closed", "(state = 'closed') = (closed_on is not null and outcome is not null)");
                    table.CheckConstraint("ck_section_days", "closed_on is null or closed_on >= opened_on");
                    table.CheckConstraint("ck_section_term", "term_ends_on is null or term_starts_on is null or term_ends_on >= term_starts_on");
                    table.ForeignKey(
                        name: "fk_section_basis_id",
                        column: x => x.basis_id,
                        principalSchema: "cases",
                        principalTable: "basis",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_section_case_id",
                        column: x => x.case_id,
                        principalSchema: "cases",
                        principalTable: "client_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_section_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_section_manager_id",
                        column: x => x.manager_id,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_section_office_id",
                        column: x => x.office_id,
                        principalSchema: "organisation",
                        principalTable: "office",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staff_post",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    confirmed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    confirmed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    by_claims = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_post", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_post_office_id",
                        column: x => x.office_id,
                        principalSchema: "organisation",
                        principalTable: "office",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_staff_post_role_code",
                        column: x => x.role_code,
                        principalSchema: "access",
                        principalTable: "role",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_staff_post_staff_id",
                        column: x => x.staff_id,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "erasure_item",
                schema: "retention",
                columns: table => new
                {
                    erasure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    label = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rows = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasure_item", x => new { x.erasure_id, x.record_id });
                    table.ForeignKey(
                        name: "fk_erasure_item_erasure_id",
                        column: x => x.erasure_id,
                        principalSchema: "retention",
                        principalTable: "erasure",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoice_line",
                schema: "support",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    invoice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    referral = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    units = table.Column<int>(type: "integer", nullable: false),
                    euro = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_invoice_line_invoice_id",
                        column: x => x.invoice_id,
                        principalSchema: "support",
                        principalTable: "invoice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "host_contact",
                schema: "partners",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_employer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "lv-LV-x-icu"),
                    post = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    gives_briefing = table.Column<bool>(type: "boolean", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_contact", x => x.id);
                    table.ForeignKey(
                        name: "fk_host_contact_host_employer_id",
                        column: x => x.host_employer_id,
                        principalSchema: "partners",
                        principalTable: "host_employer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "host_contract",
                schema: "partners",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_employer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_contract", x => x.id);
                    table.CheckConstraint("ck_host_contract_days", "valid_to is null or valid_to >= valid_from");
                    table.ForeignKey(
                        name: "fk_host_contract_host_employer_id",
                        column: x => x.host_employer_id,
                        principalSchema: "partners",
                        principalTable: "host_employer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "host_note",
                schema: "partners",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_employer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_note", x => x.id);
                    table.ForeignKey(
                        name: "fk_host_note_host_employer_id",
                        column: x => x.host_employer_id,
                        principalSchema: "partners",
                        principalTable: "host_employer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "host_site",
                schema: "partners",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_employer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "lv-LV-x-icu"),
                    address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    territory_code = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    near_children = table.Column<bool>(type: "boolean", nullable: false),
                    places = table.Column<int[]>(type: "integer[]", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_site", x => x.id);
                    table.CheckConstraint("ck_host_site_places", "cardinality(places) = 7");
                    table.CheckConstraint("ck_host_site_point", "(latitude is null) = (longitude is null)");
                    table.ForeignKey(
                        name: "fk_host_site_host_employer_id",
                        column: x => x.host_employer_id,
                        principalSchema: "partners",
                        principalTable: "host_employer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "host_training",
                schema: "partners",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_employer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    participants = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_training", x => x.id);
                    table.ForeignKey(
                        name: "fk_host_training_host_employer_id",
                        column: x => x.host_employer_id,
                        principalSchema: "partners",
                        principalTable: "host_employer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "key",
                schema: "host_api",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_employer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_key", x => x.id);
                    table.ForeignKey(
                        name: "fk_key_host_employer_id",
                        column: x => x.host_employer_id,
                        principalSchema: "partners",
                        principalTable: "host_employer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sheet_import",
                schema: "work_hours",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_employer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sheet_import", x => x.id);
                    table.ForeignKey(
                        name: "fk_sheet_import_host_employer_id",
                        column: x => x.host_employer_id,
                        principalSchema: "partners",
                        principalTable: "host_employer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "incoming_file",
                schema: "mailroom",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    incoming_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    refused = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incoming_file", x => x.id);
                    table.ForeignKey(
                        name: "fk_incoming_file_file_id",
                        column: x => x.file_id,
                        principalSchema: "files",
                        principalTable: "stored_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_incoming_file_incoming_id",
                        column: x => x.incoming_id,
                        principalSchema: "mailroom",
                        principalTable: "incoming",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "adjustment",
                schema: "work_hours",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_adjustment", x => x.id);
                    table.CheckConstraint("ck_adjustment_minutes", "minutes <> 0");
                    table.ForeignKey(
                        name: "fk_adjustment_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "adult_choice",
                schema: "work_hours",
                columns: table => new
                {
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    choice = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    chosen_on = table.Column<DateOnly>(type: "date", nullable: false),
                    chosen_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_adult_choice", x => x.section_id);
                    table.ForeignKey(
                        name: "fk_adult_choice_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "alarm",
                schema: "supervision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: true),
                    serial = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    severity = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    taken_by = table.Column<Guid>(type: "uuid", nullable: true),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alarm", x => x.id);
                    table.CheckConstraint("ck_alarm_closed", "(state = 'closed') = (closed_at IS NOT NULL AND outcome IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_alarm_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_alarm_taken_by",
                        column: x => x.taken_by,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "amount_change",
                schema: "work_hours",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    was_minutes = table.Column<int>(type: "integer", nullable: false),
                    is_minutes = table.Column<int>(type: "integer", nullable: false),
                    ruling_id = table.Column<Guid>(type: "uuid", nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_amount_change", x => x.id);
                    table.CheckConstraint("ck_amount_change_minutes", "was_minutes <> is_minutes and is_minutes > 0");
                    table.ForeignKey(
                        name: "fk_amount_change_ruling_id",
                        column: x => x.ruling_id,
                        principalSchema: "cases",
                        principalTable: "basis",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_amount_change_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assignment",
                schema: "cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: false),
                    manager_id = table.Column<Guid>(type: "uuid", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignment", x => x.id);
                    table.ForeignKey(
                        name: "fk_assignment_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "breach",
                schema: "breaches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    occurred_on = table.Column<DateOnly>(type: "date", nullable: false),
                    attended = table.Column<bool>(type: "boolean", nullable: true),
                    description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    explanation_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    explained_on = table.Column<DateOnly>(type: "date", nullable: true),
                    explanation = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    evidence_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    justified = table.Column<bool>(type: "boolean", nullable: true),
                    judged_on = table.Column<DateOnly>(type: "date", nullable: true),
                    judged_by = table.Column<Guid>(type: "uuid", nullable: true),
                    judgement = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    unserved = table.Column<bool>(type: "boolean", nullable: false),
                    undecided = table.Column<bool>(type: "boolean", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdraw_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_breach", x => x.id);
                    table.CheckConstraint("ck_breach_evidence", "evidence_due_on is null or explained_on is not null");
                    table.CheckConstraint("ck_breach_judged", "(justified is null) = (judged_on is null)");
                    table.CheckConstraint("ck_breach_withdrawn", "(withdrawn_on is null) = (withdraw_reason is null)");
                    table.ForeignKey(
                        name: "fk_breach_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "claim",
                schema: "transport_costs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: false),
                    claimed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(10,2)", precision: 10, scale: 2, nullable: false),
                    account = table.Column<string>(type: "character varying(34)", maxLength: 34, nullable: true),
                    taken_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decision = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    approved_amount = table.Column<decimal>(type: "numeric(10,2)", precision: 10, scale: 2, nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    grounds = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    list_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claim", x => x.id);
                    table.CheckConstraint("ck_claim_amount", "amount > 0 and amount <= 10000");
                    table.CheckConstraint("ck_claim_decided", "(decision is null) = (approved_amount is null) and approved_amount between 0 and amount");
                    table.CheckConstraint("ck_claim_period", "valid_to >= valid_from");
                    table.ForeignKey(
                        name: "fk_claim_list_id",
                        column: x => x.list_id,
                        principalSchema: "transport_costs",
                        principalTable: "payment_list",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_claim_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation",
                schema: "support",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    number = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    referred_on = table.Column<DateOnly>(type: "date", nullable: false),
                    referred_by = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    consent = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    client_share = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    consent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ordered = table.Column<int>(type: "integer", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ending = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    ending_note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation", x => x.id);
                    table.CheckConstraint("ck_consultation_consent", "(consent = 'agrees') = (client_share is not null)");
                    table.CheckConstraint("ck_consultation_ended", "(ended_on is null) = (ending is null)");
                    table.ForeignKey(
                        name: "fk_consultation_contract_id",
                        column: x => x.contract_id,
                        principalSchema: "support",
                        principalTable: "contract",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contact",
                schema: "contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    planned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: true),
                    room_id = table.Column<Guid>(type: "uuid", nullable: true),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    attended = table.Column<bool>(type: "boolean", nullable: true),
                    complied = table.Column<bool>(type: "boolean", nullable: true),
                    absence_reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    note = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    recording_seconds = table.Column<int>(type: "integer", nullable: true),
                    next_id = table.Column<Guid>(type: "uuid", nullable: true),
                    changed_by = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contact_room_id",
                        column: x => x.room_id,
                        principalSchema: "contacts",
                        principalTable: "room",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contact_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "court_report",
                schema: "probation_observation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    court = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: false),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: false),
                    summary = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_court_report", x => x.id);
                    table.CheckConstraint("ck_court_report_days", "valid_from <= valid_to and valid_to <= sent_on");
                    table.ForeignKey(
                        name: "fk_court_report_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "court_report",
                schema: "work_hours",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    court = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: false),
                    done_minutes = table.Column<int>(type: "integer", nullable: false),
                    left_minutes = table.Column<int>(type: "integer", nullable: false),
                    planned_days = table.Column<int>(type: "integer", nullable: false),
                    came_days = table.Column<int>(type: "integer", nullable: false),
                    missed_days = table.Column<int>(type: "integer", nullable: false),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_court_report", x => x.id);
                    table.CheckConstraint("ck_court_report_days", "valid_from <= valid_to and valid_to <= sent_on");
                    table.ForeignKey(
                        name: "fk_court_report_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "device_step",
                schema: "supervision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    device_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_device_step", x => x.id);
                    table.ForeignKey(
                        name: "fk_device_step_device_id",
                        column: x => x.device_id,
                        principalSchema: "supervision",
                        principalTable: "monitoring_device",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_device_step_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "discharge",
                schema: "conditional_discharge",
                columns: table => new
                {
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    test_months = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discharge", x => x.section_id);
                    table.ForeignKey(
                        name: "fk_discharge_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    direction = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    nomenclature_id = table.Column<Guid>(type: "uuid", nullable: true),
                    series_year = table.Column<int>(type: "integer", nullable: true),
                    ordinal = table.Column<int>(type: "integer", nullable: true),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    title_code = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    file_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    external_reference = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    source = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: true),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    template_version_id = table.Column<Guid>(type: "uuid", nullable: true),
                    data_as_of = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_version = table.Column<int>(type: "integer", nullable: false),
                    agreer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    signer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    signed_how = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signed_version = table.Column<int>(type: "integer", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document", x => x.id);
                    table.CheckConstraint("ck_document_series", "(ordinal is null) = (series_year is null)");
                    table.CheckConstraint("ck_document_signed", "(signed_version is null) = (signed_how is null) and (signed_version is null) = (signed_at is null)");
                    table.CheckConstraint("ck_document_unsigned", "signed_version is not null or state in ('draft', 'toBeAgreed', 'agreed', 'toBeSigned', 'annulled', 'registered')");
                    table.ForeignKey(
                        name: "fk_document_agreer_id",
                        column: x => x.agreer_id,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_document_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_document_made_by",
                        column: x => x.made_by,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_document_nomenclature_id",
                        column: x => x.nomenclature_id,
                        principalSchema: "documents",
                        principalTable: "nomenclature",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_document_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_document_signer_id",
                        column: x => x.signer_id,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_document_template_version_id",
                        column: x => x.template_version_id,
                        principalSchema: "documents",
                        principalTable: "template_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "due_task",
                schema: "tasks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    explanation = table.Column<string>(type: "jsonb", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    assignee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_due_task", x => x.id);
                    table.ForeignKey(
                        name: "fk_due_task_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_due_task_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "electronic_monitoring",
                schema: "supervision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    months = table.Column<int>(type: "integer", nullable: false),
                    attached_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    court_submission = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_electronic_monitoring", x => x.id);
                    table.ForeignKey(
                        name: "fk_electronic_monitoring_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "entry",
                schema: "journal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    corrects = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entry", x => x.id);
                    table.ForeignKey(
                        name: "fk_entry_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_entry_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "health",
                schema: "work_hours",
                columns: table => new
                {
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    limits = table.Column<string[]>(type: "text[]", nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_health", x => x.section_id);
                    table.ForeignKey(
                        name: "fk_health_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hours_entry",
                schema: "community_work",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_employer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    worked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    credited_minutes = table.Column<int>(type: "integer", nullable: false),
                    refused_minutes = table.Column<int>(type: "integer", nullable: false),
                    refusal_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    minor = table.Column<bool>(type: "boolean", nullable: false),
                    entered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hours_entry", x => x.id);
                    table.CheckConstraint("ck_hours_entry_minutes", "credited_minutes >= 0 and refused_minutes >= 0 and credited_minutes + refused_minutes between 1 and 1440");
                    table.CheckConstraint("ck_hours_entry_refusal", "(refused_minutes > 0) = (refusal_code is not null)");
                    table.ForeignKey(
                        name: "fk_hours_entry_host_employer_id",
                        column: x => x.host_employer_id,
                        principalSchema: "partners",
                        principalTable: "host_employer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_hours_entry_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hours_entry",
                schema: "educational_community_work",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_employer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    worked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    credited_minutes = table.Column<int>(type: "integer", nullable: false),
                    refused_minutes = table.Column<int>(type: "integer", nullable: false),
                    refusal_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    minor = table.Column<bool>(type: "boolean", nullable: false),
                    entered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hours_entry", x => x.id);
                    table.CheckConstraint("ck_hours_entry_minutes", "credited_minutes >= 0 and refused_minutes >= 0 and credited_minutes + refused_minutes between 1 and 1440");
                    table.CheckConstraint("ck_hours_entry_refusal", "(refused_minutes > 0) = (refusal_code is not null)");
                    table.ForeignKey(
                        name: "fk_hours_entry_host_employer_id",
                        column: x => x.host_employer_id,
                        principalSchema: "partners",
                        principalTable: "host_employer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_hours_entry_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "incident",
                schema: "incidents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    occurred_on = table.Column<DateOnly>(type: "date", nullable: false),
                    occurred_at = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    affected = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    first_response = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    host_employer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    review_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    conclusion = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incident", x => x.id);
                    table.CheckConstraint("ck_incident_closed", "(closed_on is null) = (closed_by is null)");
                    table.CheckConstraint("ck_incident_review", "review_due_on >= occurred_on");
                    table.ForeignKey(
                        name: "fk_incident_host_employer_id",
                        column: x => x.host_employer_id,
                        principalSchema: "partners",
                        principalTable: "host_employer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_incident_kind",
                        column: x => x.kind,
                        principalSchema: "incidents",
                        principalTable: "kind",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_incident_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "intensification",
                schema: "supervision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    device_kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    document = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_intensification", x => x.id);
                    table.ForeignKey(
                        name: "fk_intensification_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kept_amount",
                schema: "archive",
                columns: table => new
                {
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sum = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    minutes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_amount", x => new { x.section_id, x.sum, x.month });
                    table.ForeignKey(
                        name: "fk_kept_amount_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "measure",
                schema: "educational_community_work",
                columns: table => new
                {
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ground = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    imposed_minutes = table.Column<int>(type: "integer", nullable: false),
                    host_employer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    host_from = table.Column<DateOnly>(type: "date", nullable: true),
                    work_status = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, defaultValue: "basicEducation"),
                    consents_to_four_hours = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    regular_work_not_available = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measure", x => x.section_id);
                    table.ForeignKey(
                        name: "fk_measure_host_employer_id",
                        column: x => x.host_employer_id,
                        principalSchema: "partners",
                        principalTable: "host_employer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_measure_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "measure",
                schema: "probation_observation",
                columns: table => new
                {
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    months = table.Column<int>(type: "integer", nullable: false),
                    report_by = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measure", x => x.section_id);
                    table.ForeignKey(
                        name: "fk_measure_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "monitoring_employment",
                schema: "supervision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seen_on = table.Column<DateOnly>(type: "date", nullable: false),
                    works_from = table.Column<DateOnly>(type: "date", nullable: true),
                    employer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    evidence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    follows = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitoring_employment", x => x.id);
                    table.CheckConstraint("ck_monitoring_employment", "(works_from is null) = (follows is not null) and (works_from is null) = (evidence is null)");
                    table.ForeignKey(
                        name: "fk_monitoring_employment_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "need",
                schema: "plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    domain = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    wording = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_need", x => x.id);
                    table.ForeignKey(
                        name: "fk_need_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "norm",
                schema: "contacts",
                columns: table => new
                {
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_norm", x => x.section_id);
                    table.ForeignKey(
                        name: "fk_norm_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "obligation",
                schema: "obligations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    set_by = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    wording = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    decision_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    hours_from = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    hours_to = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    places = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    territory = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    specialist = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    programme = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    cost_agreed = table.Column<bool>(type: "boolean", nullable: false),
                    served_on = table.Column<DateOnly>(type: "date", nullable: true),
                    served_how = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    contested_on = table.Column<DateOnly>(type: "date", nullable: true),
                    contest_suspends = table.Column<bool>(type: "boolean", nullable: false),
                    contest_decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    contest_outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    end_note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    follows_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_obligation", x => x.id);
                    table.CheckConstraint("ck_obligation_contest", "(contest_decided_on is null) = (contest_outcome is null) and (contest_decided_on is null or contested_on is not null)");
                    table.CheckConstraint("ck_obligation_days", "valid_to is null or valid_to >= valid_from");
                    table.CheckConstraint("ck_obligation_ended", "(ended_on is null) = (end_reason is null)");
                    table.CheckConstraint("ck_obligation_served", "(served_on is null) = (served_how is null)");
                    table.ForeignKey(
                        name: "fk_obligation_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_obligation_follows_id",
                        column: x => x.follows_id,
                        principalSchema: "obligations",
                        principalTable: "obligation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_obligation_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "participation",
                schema: "programmes",
                columns: table => new
                {
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    setting = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    format = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    online = table.Column<bool>(type: "boolean", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_participation", x => x.section_id);
                    table.ForeignKey(
                        name: "fk_participation_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "process",
                schema: "mediation",
                columns: table => new
                {
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    source_party = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    stage = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    mediator_kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    participant_band = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    agreement_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_process", x => x.section_id);
                    table.ForeignKey(
                        name: "fk_process_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "profile",
                schema: "work_hours",
                columns: table => new
                {
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    profession = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    skills = table.Column<string[]>(type: "text[]", nullable: false),
                    free_times = table.Column<string[]>(type: "text[]", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_profile", x => x.section_id);
                    table.CheckConstraint("ck_profile_free_times", "cardinality(free_times) = 7");
                    table.ForeignKey(
                        name: "fk_profile_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "put_off",
                schema: "opportunities",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opportunity = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    put_off_on = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_put_off", x => x.id);
                    table.CheckConstraint("ck_put_off_days", "until >= put_off_on");
                    table.ForeignKey(
                        name: "fk_put_off_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rehabilitation",
                schema: "support",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    referred_on = table.Column<DateOnly>(type: "date", nullable: false),
                    referred_by = table.Column<Guid>(type: "uuid", nullable: false),
                    released_on = table.Column<DateOnly>(type: "date", nullable: true),
                    needs_housing = table.Column<bool>(type: "boolean", nullable: false),
                    purpose = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    price = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false),
                    paid_in_full = table.Column<bool>(type: "boolean", nullable: false),
                    entered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    passed_over_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true),
                    leaving = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    leaving_note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    cancelled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    cancel_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rehabilitation", x => x.id);
                    table.CheckConstraint("ck_rehabilitation_cancelled", "cancelled_on is null or entered_on is null");
                    table.CheckConstraint("ck_rehabilitation_leaving", "(left_on is null) = (leaving is null)");
                    table.CheckConstraint("ck_rehabilitation_left", "left_on is null or left_on >= entered_on");
                    table.ForeignKey(
                        name: "fk_rehabilitation_contract_id",
                        column: x => x.contract_id,
                        principalSchema: "support",
                        principalTable: "contract",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rehabilitation_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reminder",
                schema: "reminders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    about = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    start = table.Column<int>(type: "integer", nullable: false),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    left_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failure_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminder", x => x.id);
                    table.ForeignKey(
                        name: "fk_reminder_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_request",
                schema: "assessment_reports",
                columns: table => new
                {
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    requester_kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    requester_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    purpose = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    respond_by = table.Column<DateOnly>(type: "date", nullable: true),
                    sexual_offence_accused = table.Column<bool>(type: "boolean", nullable: false),
                    minor_accused = table.Column<bool>(type: "boolean", nullable: false),
                    supported = table.Column<bool>(type: "boolean", nullable: true),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_request", x => x.section_id);
                    table.ForeignKey(
                        name: "fk_report_request_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "representative_duty",
                schema: "probation_observation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    representative_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    wording = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    set_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_representative_duty", x => x.id);
                    table.CheckConstraint("ck_duty_ended", "(state = 'open') = (ended_on is null)");
                    table.ForeignKey(
                        name: "fk_representative_duty_representative_id",
                        column: x => x.representative_id,
                        principalSchema: "clients",
                        principalTable: "related_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_representative_duty_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "representative_notice",
                schema: "work_hours",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    representative_id = table.Column<Guid>(type: "uuid", nullable: false),
                    about = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    how = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_representative_notice", x => x.id);
                    table.ForeignKey(
                        name: "fk_representative_notice_representative_id",
                        column: x => x.representative_id,
                        principalSchema: "clients",
                        principalTable: "related_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_representative_notice_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "request",
                schema: "applications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    needs_decision = table.Column<bool>(type: "boolean", nullable: false),
                    place = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    territory_code = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: true),
                    address = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    employment = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decision_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    grounds = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    conditions = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    served_on = table.Column<DateOnly>(type: "date", nullable: true),
                    served_how = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    contested_on = table.Column<DateOnly>(type: "date", nullable: true),
                    contest_decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    contest_outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    happened_on = table.Column<DateOnly>(type: "date", nullable: true),
                    happened_note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    proposed_office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    stays_because = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    follows_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request", x => x.id);
                    table.CheckConstraint("ck_request_contest", "(contest_decided_on is null) = (contest_outcome is null) and (contest_decided_on is null or contested_on is not null)");
                    table.CheckConstraint("ck_request_days", "valid_to is null or valid_to >= valid_from");
                    table.CheckConstraint("ck_request_decided", "(outcome is null) = (decided_on is null)");
                    table.CheckConstraint("ck_request_happened", "happened_on is null or outcome in ('granted', 'noted')");
                    table.CheckConstraint("ck_request_served", "(served_on is null) = (served_how is null)");
                    table.ForeignKey(
                        name: "fk_request_follows_id",
                        column: x => x.follows_id,
                        principalSchema: "applications",
                        principalTable: "request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_request_proposed_office_id",
                        column: x => x.proposed_office_id,
                        principalSchema: "organisation",
                        principalTable: "office",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_request_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "schedule_run_line",
                schema: "work_hours",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    unplanned_minutes = table.Column<int>(type: "integer", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    weeks_without_place = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_schedule_run_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_schedule_run_line_run_id",
                        column: x => x.run_id,
                        principalSchema: "work_hours",
                        principalTable: "schedule_run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_schedule_run_line_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "school",
                schema: "probation_observation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    form = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    contact = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    attendance = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_school", x => x.id);
                    table.ForeignKey(
                        name: "fk_school_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sentence",
                schema: "community_work",
                columns: table => new
                {
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    penalty_role = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    with_imprisonment = table.Column<bool>(type: "boolean", nullable: false),
                    released_on = table.Column<DateOnly>(type: "date", nullable: true),
                    released_early = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    imposed_minutes = table.Column<int>(type: "integer", nullable: false),
                    host_employer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    host_from = table.Column<DateOnly>(type: "date", nullable: true),
                    work_status = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, defaultValue: "works"),
                    consents_to_four_hours = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    regular_work_not_available = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sentence", x => x.section_id);
                    table.ForeignKey(
                        name: "fk_sentence_host_employer_id",
                        column: x => x.host_employer_id,
                        principalSchema: "partners",
                        principalTable: "host_employer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sentence_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sentence",
                schema: "probation_supervision",
                columns: table => new
                {
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    penalty_role = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    months = table.Column<int>(type: "integer", nullable: false),
                    released_on = table.Column<DateOnly>(type: "date", nullable: true),
                    victim_identified = table.Column<bool>(type: "boolean", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sentence", x => x.section_id);
                    table.ForeignKey(
                        name: "fk_sentence_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sentence",
                schema: "supervision",
                columns: table => new
                {
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    imprisonment_months = table.Column<int>(type: "integer", nullable: true),
                    test_months = table.Column<int>(type: "integer", nullable: true),
                    parole_until = table.Column<DateOnly>(type: "date", nullable: true),
                    released_on = table.Column<DateOnly>(type: "date", nullable: true),
                    employment_from = table.Column<DateOnly>(type: "date", nullable: true),
                    employment_seen = table.Column<bool>(type: "boolean", nullable: false),
                    victim_identified = table.Column<bool>(type: "boolean", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sentence", x => x.section_id);
                    table.ForeignKey(
                        name: "fk_sentence_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "suitability_report",
                schema: "supervision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    visited_on = table.Column<DateOnly>(type: "date", nullable: false),
                    has_home = table.Column<bool>(type: "boolean", nullable: false),
                    has_electricity = table.Column<bool>(type: "boolean", nullable: false),
                    household_consents = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suitability_report", x => x.id);
                    table.ForeignKey(
                        name: "fk_suitability_report_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "suspension",
                schema: "cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suspension", x => x.id);
                    table.CheckConstraint("ck_suspension_days", "valid_to is null or valid_to >= valid_from");
                    table.ForeignKey(
                        name: "fk_suspension_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "term_change",
                schema: "cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    months = table.Column<int>(type: "integer", nullable: true),
                    days = table.Column<int>(type: "integer", nullable: true),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true),
                    document = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_term_change", x => x.id);
                    table.CheckConstraint("ck_term_change_kind", "(kind IN ('extended', 'replaced')) = (months IS NOT NULL) AND (kind = 'custodyCounted') = (days IS NOT NULL) AND (kind = 'endedEarly') = (last_day IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_term_change_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "version",
                schema: "plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    agreed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    agreement = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    remarks = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    strengths = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_version", x => x.id);
                    table.ForeignKey(
                        name: "fk_version_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "victim",
                schema: "mediation",
                columns: table => new
                {
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    given_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "lv-LV-x-icu"),
                    surname = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "lv-LV-x-icu"),
                    birth_date = table.Column<DateOnly>(type: "date", nullable: true),
                    personal_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    address = table.Column<string>(type: "character varying(510)", maxLength: 510, nullable: true),
                    phone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_victim", x => x.section_id);
                    table.ForeignKey(
                        name: "fk_victim_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "access",
                schema: "host_pages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_employer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    code_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    origin = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    wrong_codes = table.Column<int>(type: "integer", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access", x => x.id);
                    table.ForeignKey(
                        name: "fk_access_contact_id",
                        column: x => x.contact_id,
                        principalSchema: "partners",
                        principalTable: "host_contact",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_access_host_employer_id",
                        column: x => x.host_employer_id,
                        principalSchema: "partners",
                        principalTable: "host_employer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contact_subject",
                schema: "host_pages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issuer = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    subject = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_subject", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_subject_contact_id",
                        column: x => x.contact_id,
                        principalSchema: "partners",
                        principalTable: "host_contact",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contract_renewal",
                schema: "partners",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    agreed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    was = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_renewal", x => x.id);
                    table.ForeignKey(
                        name: "fk_contract_renewal_contract_id",
                        column: x => x.contract_id,
                        principalSchema: "partners",
                        principalTable: "host_contract",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contract_scan",
                schema: "partners",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_scan", x => x.id);
                    table.ForeignKey(
                        name: "fk_contract_scan_contract_id",
                        column: x => x.contract_id,
                        principalSchema: "partners",
                        principalTable: "host_contract",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_contract_scan_file_id",
                        column: x => x.file_id,
                        principalSchema: "files",
                        principalTable: "stored_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "placement",
                schema: "work_hours",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_employer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: true),
                    work = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    overridden = table.Column<string[]>(type: "text[]", nullable: false),
                    override_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placement", x => x.id);
                    table.CheckConstraint("ck_placement_days", "valid_to is null or valid_to >= valid_from");
                    table.CheckConstraint("ck_placement_end", "(valid_to is null) = (end_reason is null)");
                    table.CheckConstraint("ck_placement_override", "(cardinality(overridden) > 0) = (override_reason is not null)");
                    table.ForeignKey(
                        name: "fk_placement_host_employer_id",
                        column: x => x.host_employer_id,
                        principalSchema: "partners",
                        principalTable: "host_employer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_placement_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_placement_site_id",
                        column: x => x.site_id,
                        principalSchema: "partners",
                        principalTable: "host_site",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "site_work",
                schema: "partners",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    work = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    heavy = table.Column<bool>(type: "boolean", nullable: false),
                    near_children = table.Column<bool>(type: "boolean", nullable: false),
                    skills = table.Column<string[]>(type: "text[]", nullable: false),
                    strains = table.Column<string[]>(type: "text[]", nullable: false),
                    tools = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_work", x => x.id);
                    table.ForeignKey(
                        name: "fk_site_work_site_id",
                        column: x => x.site_id,
                        principalSchema: "partners",
                        principalTable: "host_site",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "call",
                schema: "host_api",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key_id = table.Column<Guid>(type: "uuid", nullable: false),
                    idempotency_key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    request = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: true),
                    answer = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_call", x => x.id);
                    table.ForeignKey(
                        name: "fk_call_key_id",
                        column: x => x.key_id,
                        principalSchema: "host_api",
                        principalTable: "key",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sheet_import_line",
                schema: "work_hours",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    case_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    day = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    worked = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sheet_import_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_sheet_import_line_import_id",
                        column: x => x.import_id,
                        principalSchema: "work_hours",
                        principalTable: "sheet_import",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "alarm_note",
                schema: "supervision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    alarm_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alarm_note", x => x.id);
                    table.ForeignKey(
                        name: "fk_alarm_note_alarm_id",
                        column: x => x.alarm_id,
                        principalSchema: "supervision",
                        principalTable: "alarm",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ticket",
                schema: "transport_costs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket", x => x.id);
                    table.ForeignKey(
                        name: "fk_ticket_claim_id",
                        column: x => x.claim_id,
                        principalSchema: "transport_costs",
                        principalTable: "claim",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ticket_file_id",
                        column: x => x.file_id,
                        principalSchema: "files",
                        principalTable: "stored_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "session",
                schema: "support",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    funding = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    attended = table.Column<bool>(type: "boolean", nullable: false),
                    price = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session", x => x.id);
                    table.CheckConstraint("ck_session_price", "price >= 0");
                    table.ForeignKey(
                        name: "fk_session_consultation_id",
                        column: x => x.consultation_id,
                        principalSchema: "support",
                        principalTable: "consultation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_session_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "closing_ground",
                schema: "cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reference = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_closing_ground", x => x.id);
                    table.ForeignKey(
                        name: "fk_closing_ground_document_id",
                        column: x => x.document_id,
                        principalSchema: "documents",
                        principalTable: "document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_closing_ground_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document_recipient",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    postal_address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    electronic_address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    delivered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    served_on = table.Column<DateOnly>(type: "date", nullable: true),
                    proof = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    failure_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_recipient", x => x.id);
                    table.ForeignKey(
                        name: "fk_document_recipient_document_id",
                        column: x => x.document_id,
                        principalSchema: "documents",
                        principalTable: "document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document_version",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    saved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    media_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    remark = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_version", x => x.id);
                    table.ForeignKey(
                        name: "fk_document_version_document_id",
                        column: x => x.document_id,
                        principalSchema: "documents",
                        principalTable: "document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_document_version_file_id",
                        column: x => x.file_id,
                        principalSchema: "files",
                        principalTable: "stored_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_document_version_saved_by",
                        column: x => x.saved_by,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "editing_lock",
                schema: "documents",
                columns: table => new
                {
                    token = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_shared = table.Column<bool>(type: "boolean", nullable: false),
                    owner = table.Column<string>(type: "character varying(1100)", maxLength: 1100, nullable: true),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_editing_lock", x => x.token);
                    table.ForeignKey(
                        name: "fk_editing_lock_document_id",
                        column: x => x.document_id,
                        principalSchema: "documents",
                        principalTable: "document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_editing_lock_staff_id",
                        column: x => x.staff_id,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "editing_pass",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stamp = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    strong = table.Column<bool>(type: "boolean", nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_editing_pass", x => x.id);
                    table.ForeignKey(
                        name: "fk_editing_pass_document_id",
                        column: x => x.document_id,
                        principalSchema: "documents",
                        principalTable: "document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_editing_pass_staff_id",
                        column: x => x.staff_id,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recovered_save",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    saved_by = table.Column<Guid>(type: "uuid", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recovered_save", x => x.id);
                    table.ForeignKey(
                        name: "fk_recovered_save_document_id",
                        column: x => x.document_id,
                        principalSchema: "documents",
                        principalTable: "document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recovered_save_file_id",
                        column: x => x.file_id,
                        principalSchema: "files",
                        principalTable: "stored_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recovered_save_saved_by",
                        column: x => x.saved_by,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "step",
                schema: "breaches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    breach_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    response = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    taken_on = table.Column<DateOnly>(type: "date", nullable: false),
                    taken_by = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    served_on = table.Column<DateOnly>(type: "date", nullable: true),
                    served_how = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    addressee = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    unserved = table.Column<int>(type: "integer", nullable: true),
                    reckoned_days = table.Column<int>(type: "integer", nullable: true),
                    decision = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decision_in_force_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_days = table.Column<int>(type: "integer", nullable: true),
                    decision_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    decision_note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_step", x => x.id);
                    table.CheckConstraint("ck_step_decided", "(decision is null) = (decided_on is null)");
                    table.CheckConstraint("ck_step_served", "(served_on is null) = (served_how is null) and (served_on is null or document_id is not null)");
                    table.ForeignKey(
                        name: "fk_step_breach_id",
                        column: x => x.breach_id,
                        principalSchema: "breaches",
                        principalTable: "breach",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_step_document_id",
                        column: x => x.document_id,
                        principalSchema: "documents",
                        principalTable: "document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_step_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "measure",
                schema: "incidents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wording = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    doer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    end_note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measure", x => x.id);
                    table.CheckConstraint("ck_measure_ended", "(ended_on is null) = (\"end\" is null)");
                    table.ForeignKey(
                        name: "fk_measure_incident_id",
                        column: x => x.incident_id,
                        principalSchema: "incidents",
                        principalTable: "incident",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice",
                schema: "incidents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seen_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice", x => x.id);
                    table.ForeignKey(
                        name: "fk_notice_incident_id",
                        column: x => x.incident_id,
                        principalSchema: "incidents",
                        principalTable: "incident",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "goal",
                schema: "plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    need_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wording = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    set_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_goal", x => x.id);
                    table.ForeignKey(
                        name: "fk_goal_need_id",
                        column: x => x.need_id,
                        principalSchema: "plans",
                        principalTable: "need",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_goal_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "need_stage",
                schema: "plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    need_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_need_stage", x => x.id);
                    table.ForeignKey(
                        name: "fk_need_stage_need_id",
                        column: x => x.need_id,
                        principalSchema: "plans",
                        principalTable: "need",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_need_stage_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "avoided_people",
                schema: "obligations",
                columns: table => new
                {
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    people = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_avoided_people", x => x.obligation_id);
                    table.ForeignKey(
                        name: "fk_avoided_people_obligation_id",
                        column: x => x.obligation_id,
                        principalSchema: "obligations",
                        principalTable: "obligation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_avoided_people_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ban_conflict",
                schema: "obligations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ban_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    mark = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ask_id = table.Column<Guid>(type: "uuid", nullable: true),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    verdict = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ban_conflict", x => x.id);
                    table.CheckConstraint("ck_ban_conflict_settled", "(settled_at is null) = (verdict is null)");
                    table.ForeignKey(
                        name: "fk_ban_conflict_ask_id",
                        column: x => x.ask_id,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ban_conflict_client_id",
                        column: x => x.client_id,
                        principalSchema: "clients",
                        principalTable: "client",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ban_conflict_obligation_id",
                        column: x => x.obligation_id,
                        principalSchema: "obligations",
                        principalTable: "obligation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ban_conflict_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ban_conflict_settled_by",
                        column: x => x.settled_by,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "check",
                schema: "obligations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    finding = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    percent = table.Column<int>(type: "integer", nullable: true),
                    note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    checked_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check", x => x.id);
                    table.CheckConstraint("ck_check_percent", "percent is null or percent between 0 and 100");
                    table.ForeignKey(
                        name: "fk_check_obligation_id",
                        column: x => x.obligation_id,
                        principalSchema: "obligations",
                        principalTable: "obligation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_check_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "protected_address",
                schema: "obligations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    obligation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    territory_code = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    entered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protected_address", x => x.id);
                    table.CheckConstraint("ck_protected_address_point", "(latitude is null) = (longitude is null)");
                    table.ForeignKey(
                        name: "fk_protected_address_entered_by",
                        column: x => x.entered_by,
                        principalSchema: "access",
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_protected_address_obligation_id",
                        column: x => x.obligation_id,
                        principalSchema: "obligations",
                        principalTable: "obligation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_protected_address_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "absence",
                schema: "support",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absence", x => x.id);
                    table.CheckConstraint("ck_absence_days", "valid_from <= valid_to");
                    table.ForeignKey(
                        name: "fk_absence_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "support",
                        principalTable: "rehabilitation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_absence_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "permitted_hours",
                schema: "supervision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    weekday = table.Column<int>(type: "integer", nullable: true),
                    on_day = table.Column<DateOnly>(type: "date", nullable: true),
                    from_minute = table.Column<int>(type: "integer", nullable: false),
                    to_minute = table.Column<int>(type: "integer", nullable: false),
                    purpose = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    route = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    request_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_permitted_hours", x => x.id);
                    table.CheckConstraint("ck_permitted_hours_minutes", "from_minute >= 0 AND to_minute > from_minute AND to_minute <= 1440");
                    table.CheckConstraint("ck_permitted_hours_when", "(weekday IS NULL) <> (on_day IS NULL)");
                    table.ForeignKey(
                        name: "fk_permitted_hours_request_id",
                        column: x => x.request_id,
                        principalSchema: "applications",
                        principalTable: "request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_permitted_hours_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "signed_month",
                schema: "host_pages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_employer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    access_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    people_count = table.Column<int>(type: "integer", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signed_month", x => x.id);
                    table.ForeignKey(
                        name: "fk_signed_month_access_id",
                        column: x => x.access_id,
                        principalSchema: "host_pages",
                        principalTable: "access",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_signed_month_host_employer_id",
                        column: x => x.host_employer_id,
                        principalSchema: "partners",
                        principalTable: "host_employer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "planned_day",
                schema: "work_hours",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    start = table.Column<int>(type: "integer", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planned_day", x => x.id);
                    table.CheckConstraint("ck_planned_day_minutes", "minutes between 1 and 1440 and start between 0 and 1439");
                    table.ForeignKey(
                        name: "fk_planned_day_placement_id",
                        column: x => x.placement_id,
                        principalSchema: "work_hours",
                        principalTable: "placement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_planned_day_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pdf_job",
                schema: "documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pdf_job", x => x.id);
                    table.ForeignKey(
                        name: "fk_pdf_job_file_id",
                        column: x => x.file_id,
                        principalSchema: "files",
                        principalTable: "stored_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pdf_job_version_id",
                        column: x => x.version_id,
                        principalSchema: "documents",
                        principalTable: "document_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "signature_finding",
                schema: "documents",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    report = table.Column<string>(type: "jsonb", nullable: false),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signature_finding", x => x.version_id);
                    table.ForeignKey(
                        name: "fk_signature_finding_document_id",
                        column: x => x.document_id,
                        principalSchema: "documents",
                        principalTable: "document",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_signature_finding_version_id",
                        column: x => x.version_id,
                        principalSchema: "documents",
                        principalTable: "document_version",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "step",
                schema: "plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    goal_id = table.Column<Guid>(type: "uuid", nullable: true),
                    section_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wording = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    doer = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_step", x => x.id);
                    table.CheckConstraint("ck_step_ended", "(state = 'open') = (ended_on IS NULL)");
                    table.ForeignKey(
                        name: "fk_step_goal_id",
                        column: x => x.goal_id,
                        principalSchema: "plans",
                        principalTable: "goal",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_step_section_id",
                        column: x => x.section_id,
                        principalSchema: "cases",
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_absence_referral_id",
                schema: "support",
                table: "absence",
                column: "referral_id");

            migrationBuilder.CreateIndex(
                name: "ix_absence_section_id",
                schema: "support",
                table: "absence",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_contact_id",
                schema: "host_pages",
                table: "access",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_host_employer_id",
                schema: "host_pages",
                table: "access",
                column: "host_employer_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_token_hash",
                schema: "host_pages",
                table: "access",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_adjustment_section_id",
                schema: "work_hours",
                table: "adjustment",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_alarm_event_id",
                schema: "supervision",
                table: "alarm",
                column: "event_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_alarm_received_at",
                schema: "supervision",
                table: "alarm",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_alarm_section_id",
                schema: "supervision",
                table: "alarm",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_alarm_severity_occurred_at",
                schema: "supervision",
                table: "alarm",
                columns: new[] { "severity", "occurred_at" },
                filter: "state <> 'closed'");

            migrationBuilder.CreateIndex(
                name: "ix_alarm_taken_by",
                schema: "supervision",
                table: "alarm",
                column: "taken_by");

            migrationBuilder.CreateIndex(
                name: "ix_alarm_note_alarm_id",
                schema: "supervision",
                table: "alarm_note",
                column: "alarm_id");

            migrationBuilder.CreateIndex(
                name: "ix_amount_change_ruling_id",
                schema: "work_hours",
                table: "amount_change",
                column: "ruling_id");

            migrationBuilder.CreateIndex(
                name: "ix_amount_change_section_id",
                schema: "work_hours",
                table: "amount_change",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_archived_case_case_of",
                schema: "archive",
                table: "archived_case",
                column: "case_of");

            migrationBuilder.CreateIndex(
                name: "ix_assignment_manager_id_valid_to",
                schema: "cases",
                table: "assignment",
                columns: new[] { "manager_id", "valid_to" });

            migrationBuilder.CreateIndex(
                name: "ix_assignment_section_id",
                schema: "cases",
                table: "assignment",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_avoided_people_section_id",
                schema: "obligations",
                table: "avoided_people",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_ban_conflict_ask_id",
                schema: "obligations",
                table: "ban_conflict",
                column: "ask_id");

            migrationBuilder.CreateIndex(
                name: "ix_ban_conflict_ban_id_mark",
                schema: "obligations",
                table: "ban_conflict",
                columns: new[] { "ban_id", "mark" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ban_conflict_client_id",
                schema: "obligations",
                table: "ban_conflict",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_ban_conflict_found_at",
                schema: "obligations",
                table: "ban_conflict",
                column: "found_at",
                filter: "settled_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_ban_conflict_obligation_id",
                schema: "obligations",
                table: "ban_conflict",
                column: "obligation_id");

            migrationBuilder.CreateIndex(
                name: "ix_ban_conflict_section_id",
                schema: "obligations",
                table: "ban_conflict",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_ban_conflict_settled_by",
                schema: "obligations",
                table: "ban_conflict",
                column: "settled_by");

            migrationBuilder.CreateIndex(
                name: "ix_basis_client_id",
                schema: "cases",
                table: "basis",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_basis_message_id",
                schema: "cases",
                table: "basis",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "ix_basis_number",
                schema: "cases",
                table: "basis",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "ix_basis_proceeding_no",
                schema: "cases",
                table: "basis",
                column: "proceeding_no");

            migrationBuilder.CreateIndex(
                name: "ix_basis_offence_basis_id",
                schema: "cases",
                table: "basis_offence",
                column: "basis_id");

            migrationBuilder.CreateIndex(
                name: "ix_breach_section_id_occurred_on",
                schema: "breaches",
                table: "breach",
                columns: new[] { "section_id", "occurred_on" });

            migrationBuilder.CreateIndex(
                name: "ix_breach_subject_id",
                schema: "breaches",
                table: "breach",
                column: "subject_id",
                unique: true,
                filter: "subject_id is not null and withdrawn_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_run_started_by",
                schema: "documents",
                table: "bulk_run",
                column: "started_by");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_run_template_id",
                schema: "documents",
                table: "bulk_run",
                column: "template_id");

            migrationBuilder.CreateIndex(
                name: "ix_call_key_id_idempotency_key",
                schema: "host_api",
                table: "call",
                columns: new[] { "key_id", "idempotency_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_obligation_id_on_day",
                schema: "obligations",
                table: "check",
                columns: new[] { "obligation_id", "on_day" });

            migrationBuilder.CreateIndex(
                name: "ix_check_section_id",
                schema: "obligations",
                table: "check",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_claim_claimed_on",
                schema: "transport_costs",
                table: "claim",
                column: "claimed_on",
                filter: "decision is null");

            migrationBuilder.CreateIndex(
                name: "ix_claim_list_id",
                schema: "transport_costs",
                table: "claim",
                column: "list_id");

            migrationBuilder.CreateIndex(
                name: "ix_claim_section_id",
                schema: "transport_costs",
                table: "claim",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_claim_mapping_made_by",
                schema: "access",
                table: "claim_mapping",
                column: "made_by");

            migrationBuilder.CreateIndex(
                name: "ix_claim_mapping_office_id",
                schema: "access",
                table: "claim_mapping",
                column: "office_id");

            migrationBuilder.CreateIndex(
                name: "ix_claim_mapping_role_code",
                schema: "access",
                table: "claim_mapping",
                column: "role_code");

            migrationBuilder.CreateIndex(
                name: "ix_client_birth_date_name_key",
                schema: "clients",
                table: "client",
                columns: new[] { "birth_date", "name_key" });

            migrationBuilder.CreateIndex(
                name: "ix_client_entered_by",
                schema: "clients",
                table: "client",
                column: "entered_by",
                filter: "entered_by is not null");

            migrationBuilder.CreateIndex(
                name: "ix_client_merged_into",
                schema: "clients",
                table: "client",
                column: "merged_into");

            migrationBuilder.CreateIndex(
                name: "ix_client_address_client_id",
                schema: "clients",
                table: "client_address",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_client_case_client_id",
                schema: "cases",
                table: "client_case",
                column: "client_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_client_case_number",
                schema: "cases",
                table: "client_case",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_client_health_client_id_recorded_at",
                schema: "clients",
                table: "client_health",
                columns: new[] { "client_id", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_client_identifier_client_id",
                schema: "clients",
                table: "client_identifier",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_client_identifier_value_kind",
                schema: "clients",
                table: "client_identifier",
                columns: new[] { "value", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_client_name_client_id",
                schema: "clients",
                table: "client_name",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_client_reach_client_id",
                schema: "clients",
                table: "client_reach",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_client_reach_search_key",
                schema: "clients",
                table: "client_reach",
                column: "search_key");

            migrationBuilder.CreateIndex(
                name: "ix_client_restriction_client_id",
                schema: "access",
                table: "client_restriction",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_client_restriction_valid_to",
                schema: "access",
                table: "client_restriction",
                column: "valid_to");

            migrationBuilder.CreateIndex(
                name: "ix_closing_ground_document_id",
                schema: "cases",
                table: "closing_ground",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_closing_ground_section_id",
                schema: "cases",
                table: "closing_ground",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_consultation_contract_id",
                schema: "support",
                table: "consultation",
                column: "contract_id");

            migrationBuilder.CreateIndex(
                name: "ix_consultation_number",
                schema: "support",
                table: "consultation",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultation_section_id",
                schema: "support",
                table: "consultation",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_client_id_planned_at",
                schema: "contacts",
                table: "contact",
                columns: new[] { "client_id", "planned_at" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_group_id",
                schema: "contacts",
                table: "contact",
                column: "group_id",
                filter: "group_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_contact_planned_at",
                schema: "contacts",
                table: "contact",
                column: "planned_at",
                filter: "state = 'planned'");

            migrationBuilder.CreateIndex(
                name: "ix_contact_room_id_planned_at",
                schema: "contacts",
                table: "contact",
                columns: new[] { "room_id", "planned_at" },
                filter: "room_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_contact_section_id",
                schema: "contacts",
                table: "contact",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_staff_id_planned_at",
                schema: "contacts",
                table: "contact",
                columns: new[] { "staff_id", "planned_at" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_subject_contact_id_issuer",
                schema: "host_pages",
                table: "contact_subject",
                columns: new[] { "contact_id", "issuer" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contact_subject_issuer_subject",
                schema: "host_pages",
                table: "contact_subject",
                columns: new[] { "issuer", "subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contract_provider_id_number",
                schema: "support",
                table: "contract",
                columns: new[] { "provider_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contract_renewal_contract_id",
                schema: "partners",
                table: "contract_renewal",
                column: "contract_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_scan_contract_id_place",
                schema: "partners",
                table: "contract_scan",
                columns: new[] { "contract_id", "place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contract_scan_file_id",
                schema: "partners",
                table: "contract_scan",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_court_report_section_id_sent_on",
                schema: "probation_observation",
                table: "court_report",
                columns: new[] { "section_id", "sent_on" });

            migrationBuilder.CreateIndex(
                name: "ix_court_report_document_id",
                schema: "work_hours",
                table: "court_report",
                column: "document_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_court_report_section_id_valid_to",
                schema: "work_hours",
                table: "court_report",
                columns: new[] { "section_id", "valid_to" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_device_step_device_id_at",
                schema: "supervision",
                table: "device_step",
                columns: new[] { "device_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_device_step_section_id",
                schema: "supervision",
                table: "device_step",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_agreer_id",
                schema: "documents",
                table: "document",
                column: "agreer_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_client_id_registered_on",
                schema: "documents",
                table: "document",
                columns: new[] { "client_id", "registered_on" });

            migrationBuilder.CreateIndex(
                name: "ix_document_made_by",
                schema: "documents",
                table: "document",
                column: "made_by");

            migrationBuilder.CreateIndex(
                name: "ix_document_nomenclature_id_series_year_ordinal",
                schema: "documents",
                table: "document",
                columns: new[] { "nomenclature_id", "series_year", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_document_number",
                schema: "documents",
                table: "document",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "ix_document_section_id",
                schema: "documents",
                table: "document",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_signer_id",
                schema: "documents",
                table: "document",
                column: "signer_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_state_made_by",
                schema: "documents",
                table: "document",
                columns: new[] { "state", "made_by" });

            migrationBuilder.CreateIndex(
                name: "ix_document_template_version_id",
                schema: "documents",
                table: "document",
                column: "template_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_recipient_client_id",
                schema: "documents",
                table: "document_recipient",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_recipient_document_id",
                schema: "documents",
                table: "document_recipient",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_recipient_sent_at",
                schema: "documents",
                table: "document_recipient",
                column: "sent_at");

            migrationBuilder.CreateIndex(
                name: "ix_document_version_client_id",
                schema: "documents",
                table: "document_version",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_version_document_id_ordinal",
                schema: "documents",
                table: "document_version",
                columns: new[] { "document_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_document_version_file_id",
                schema: "documents",
                table: "document_version",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_version_saved_by",
                schema: "documents",
                table: "document_version",
                column: "saved_by");

            migrationBuilder.CreateIndex(
                name: "ix_due_task_assignee_id_due_on",
                schema: "tasks",
                table: "due_task",
                columns: new[] { "assignee_id", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_due_task_client_id",
                schema: "tasks",
                table: "due_task",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_due_task_office_id_due_on",
                schema: "tasks",
                table: "due_task",
                columns: new[] { "office_id", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_due_task_section_id_kind_key",
                schema: "tasks",
                table: "due_task",
                columns: new[] { "section_id", "kind", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_earlier_conviction_client_id",
                schema: "clients",
                table: "earlier_conviction",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_editing_lock_document_id",
                schema: "documents",
                table: "editing_lock",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_editing_lock_staff_id",
                schema: "documents",
                table: "editing_lock",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_editing_pass_document_id",
                schema: "documents",
                table: "editing_pass",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_editing_pass_staff_id",
                schema: "documents",
                table: "editing_pass",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_editing_pass_token_hash",
                schema: "documents",
                table: "editing_pass",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_electronic_monitoring_attached_on",
                schema: "supervision",
                table: "electronic_monitoring",
                column: "attached_on");

            migrationBuilder.CreateIndex(
                name: "ix_electronic_monitoring_section_id",
                schema: "supervision",
                table: "electronic_monitoring",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_entry_client_id_at",
                schema: "journal",
                table: "entry",
                columns: new[] { "client_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_entry_section_id",
                schema: "journal",
                table: "entry",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_erasure_decided_by",
                schema: "retention",
                table: "erasure",
                column: "decided_by");

            migrationBuilder.CreateIndex(
                name: "ix_erasure_proposed_by",
                schema: "retention",
                table: "erasure",
                column: "proposed_by");

            migrationBuilder.CreateIndex(
                name: "ix_erasure_item_record_id",
                schema: "retention",
                table: "erasure_item",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_feed_staff_id",
                schema: "contacts",
                table: "feed",
                column: "staff_id",
                unique: true,
                filter: "revoked_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_feed_token_hash",
                schema: "contacts",
                table: "feed",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_goal_need_id",
                schema: "plans",
                table: "goal",
                column: "need_id");

            migrationBuilder.CreateIndex(
                name: "ix_goal_section_id",
                schema: "plans",
                table: "goal",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_contact_host_employer_id",
                schema: "partners",
                table: "host_contact",
                column: "host_employer_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_contract_host_employer_id",
                schema: "partners",
                table: "host_contract",
                column: "host_employer_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_contract_valid_from_valid_to",
                schema: "partners",
                table: "host_contract",
                columns: new[] { "valid_from", "valid_to" });

            migrationBuilder.CreateIndex(
                name: "ix_host_employer_office_id",
                schema: "partners",
                table: "host_employer",
                column: "office_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_employer_registration_no",
                schema: "partners",
                table: "host_employer",
                column: "registration_no",
                unique: true,
                filter: "registration_no is not null");

            migrationBuilder.CreateIndex(
                name: "ix_host_employer_territory_code",
                schema: "partners",
                table: "host_employer",
                column: "territory_code");

            migrationBuilder.CreateIndex(
                name: "ix_host_note_host_employer_id_on_day",
                schema: "partners",
                table: "host_note",
                columns: new[] { "host_employer_id", "on_day" });

            migrationBuilder.CreateIndex(
                name: "ix_host_site_host_employer_id",
                schema: "partners",
                table: "host_site",
                column: "host_employer_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_site_territory_code",
                schema: "partners",
                table: "host_site",
                column: "territory_code");

            migrationBuilder.CreateIndex(
                name: "ix_host_training_host_employer_id_kind_held_on",
                schema: "partners",
                table: "host_training",
                columns: new[] { "host_employer_id", "kind", "held_on" });

            migrationBuilder.CreateIndex(
                name: "ix_hours_entry_host_employer_id",
                schema: "community_work",
                table: "hours_entry",
                column: "host_employer_id");

            migrationBuilder.CreateIndex(
                name: "ix_hours_entry_section_id_worked_on",
                schema: "community_work",
                table: "hours_entry",
                columns: new[] { "section_id", "worked_on" },
                unique: true,
                filter: "withdrawn_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_hours_entry_worked_on",
                schema: "community_work",
                table: "hours_entry",
                column: "worked_on",
                filter: "withdrawn_at is null")
                .Annotation("Npgsql:IndexInclude", new[] { "section_id", "credited_minutes", "minor" });

            migrationBuilder.CreateIndex(
                name: "ix_hours_entry_host_employer_id",
                schema: "educational_community_work",
                table: "hours_entry",
                column: "host_employer_id");

            migrationBuilder.CreateIndex(
                name: "ix_hours_entry_section_id_worked_on",
                schema: "educational_community_work",
                table: "hours_entry",
                columns: new[] { "section_id", "worked_on" },
                unique: true,
                filter: "withdrawn_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_hours_entry_worked_on",
                schema: "educational_community_work",
                table: "hours_entry",
                column: "worked_on",
                filter: "withdrawn_at is null")
                .Annotation("Npgsql:IndexInclude", new[] { "section_id", "credited_minutes", "minor" });

            migrationBuilder.CreateIndex(
                name: "ix_incident_host_employer_id",
                schema: "incidents",
                table: "incident",
                column: "host_employer_id");

            migrationBuilder.CreateIndex(
                name: "ix_incident_kind",
                schema: "incidents",
                table: "incident",
                column: "kind");

            migrationBuilder.CreateIndex(
                name: "ix_incident_occurred_on",
                schema: "incidents",
                table: "incident",
                column: "occurred_on",
                filter: "closed_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_incident_section_id_occurred_on",
                schema: "incidents",
                table: "incident",
                columns: new[] { "section_id", "occurred_on" });

            migrationBuilder.CreateIndex(
                name: "ix_incoming_assigned_to",
                schema: "mailroom",
                table: "incoming",
                column: "assigned_to");

            migrationBuilder.CreateIndex(
                name: "ix_incoming_client_id",
                schema: "mailroom",
                table: "incoming",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_incoming_number",
                schema: "mailroom",
                table: "incoming",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_incoming_office_id_received_on",
                schema: "mailroom",
                table: "incoming",
                columns: new[] { "office_id", "received_on" });

            migrationBuilder.CreateIndex(
                name: "ix_incoming_source_key",
                schema: "mailroom",
                table: "incoming",
                column: "source_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_incoming_file_file_id",
                schema: "mailroom",
                table: "incoming_file",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_incoming_file_incoming_id_place",
                schema: "mailroom",
                table: "incoming_file",
                columns: new[] { "incoming_id", "place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_intake_message_client_id",
                schema: "exchange",
                table: "intake_message",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_intake_message_content_hash",
                schema: "exchange",
                table: "intake_message",
                column: "content_hash");

            migrationBuilder.CreateIndex(
                name: "ix_intake_message_message_id",
                schema: "exchange",
                table: "intake_message",
                column: "message_id",
                unique: true,
                filter: "message_id is not null and state not in ('rejected', 'mended')");

            migrationBuilder.CreateIndex(
                name: "ix_intake_message_raw_hash",
                schema: "exchange",
                table: "intake_message",
                column: "raw_hash");

            migrationBuilder.CreateIndex(
                name: "ix_intake_message_refers_to",
                schema: "exchange",
                table: "intake_message",
                column: "refers_to");

            migrationBuilder.CreateIndex(
                name: "ix_intake_message_run_id",
                schema: "exchange",
                table: "intake_message",
                column: "run_id");

            migrationBuilder.CreateIndex(
                name: "ix_intake_message_state",
                schema: "exchange",
                table: "intake_message",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_intensification_section_id",
                schema: "supervision",
                table: "intensification",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_contract_id_month",
                schema: "support",
                table: "invoice",
                columns: new[] { "contract_id", "month" },
                unique: true,
                filter: "state <> 'returned'");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_contract_id_number",
                schema: "support",
                table: "invoice",
                columns: new[] { "contract_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invoice_line_invoice_id",
                schema: "support",
                table: "invoice_line",
                column: "invoice_id");

            migrationBuilder.CreateIndex(
                name: "ix_kept_amount_sum_month",
                schema: "archive",
                table: "kept_amount",
                columns: new[] { "sum", "month" });

            migrationBuilder.CreateIndex(
                name: "ix_kept_file_file_id",
                schema: "archive",
                table: "kept_file",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_key_hash",
                schema: "host_api",
                table: "key",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_key_host_employer_id",
                schema: "host_api",
                table: "key",
                column: "host_employer_id");

            migrationBuilder.CreateIndex(
                name: "ix_legal_hold_client_id",
                schema: "retention",
                table: "legal_hold",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_measure_host_employer_id",
                schema: "educational_community_work",
                table: "measure",
                column: "host_employer_id");

            migrationBuilder.CreateIndex(
                name: "ix_measure_incident_id",
                schema: "incidents",
                table: "measure",
                column: "incident_id");

            migrationBuilder.CreateIndex(
                name: "ix_measure_section_id",
                schema: "incidents",
                table: "measure",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_message_client_id",
                schema: "outbox",
                table: "message",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_message_next_at",
                schema: "outbox",
                table: "message",
                column: "next_at",
                filter: "state in ('waiting', 'sent')");

            migrationBuilder.CreateIndex(
                name: "ix_message_subject_id",
                schema: "outbox",
                table: "message",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_device_serial",
                schema: "supervision",
                table: "monitoring_device",
                column: "serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_monitoring_employment_section_id",
                schema: "supervision",
                table: "monitoring_employment",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_must_not_meet_first_id",
                schema: "clients",
                table: "must_not_meet",
                column: "first_id");

            migrationBuilder.CreateIndex(
                name: "ix_must_not_meet_second_id",
                schema: "clients",
                table: "must_not_meet",
                column: "second_id");

            migrationBuilder.CreateIndex(
                name: "ix_name_form_client_id_form",
                schema: "documents",
                table: "name_form",
                columns: new[] { "client_id", "form" });

            migrationBuilder.CreateIndex(
                name: "ix_need_section_id",
                schema: "plans",
                table: "need",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_need_stage_need_id_on_day",
                schema: "plans",
                table: "need_stage",
                columns: new[] { "need_id", "on_day" });

            migrationBuilder.CreateIndex(
                name: "ix_need_stage_section_id",
                schema: "plans",
                table: "need_stage",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_nomenclature_mark",
                schema: "documents",
                table: "nomenclature",
                column: "mark",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notice_incident_id_level",
                schema: "incidents",
                table: "notice",
                columns: new[] { "incident_id", "level" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notice_section_id",
                schema: "incidents",
                table: "notice",
                column: "section_id",
                filter: "seen_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_obligation_client_id",
                schema: "obligations",
                table: "obligation",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_obligation_follows_id",
                schema: "obligations",
                table: "obligation",
                column: "follows_id");

            migrationBuilder.CreateIndex(
                name: "ix_obligation_section_id_kind",
                schema: "obligations",
                table: "obligation",
                columns: new[] { "section_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_office_code",
                schema: "organisation",
                table: "office",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_office_region_id",
                schema: "organisation",
                table: "office",
                column: "region_id");

            migrationBuilder.CreateIndex(
                name: "ix_office_territory_office_id",
                schema: "organisation",
                table: "office_territory",
                column: "office_id");

            migrationBuilder.CreateIndex(
                name: "ix_office_territory_territory_code",
                schema: "organisation",
                table: "office_territory",
                column: "territory_code");

            migrationBuilder.CreateIndex(
                name: "ix_opened_record_alarm_id",
                schema: "access",
                table: "opened_record",
                column: "alarm_id",
                filter: "alarm_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_opened_record_asked_at",
                schema: "access",
                table: "opened_record",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "ix_opened_record_client_id",
                schema: "access",
                table: "opened_record",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_opened_record_staff_id_until",
                schema: "access",
                table: "opened_record",
                columns: new[] { "staff_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_parameter_override_code_valid_from",
                schema: "rules",
                table: "parameter_override",
                columns: new[] { "code", "valid_from" });

            migrationBuilder.CreateIndex(
                name: "ix_passkey_credential_id",
                schema: "access",
                table: "passkey",
                column: "credential_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_passkey_staff_id",
                schema: "access",
                table: "passkey",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_password_link_staff_id",
                schema: "access",
                table: "password_link",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_password_link_token_hash",
                schema: "access",
                table: "password_link",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payment_list_made_at",
                schema: "transport_costs",
                table: "payment_list",
                column: "made_at");

            migrationBuilder.CreateIndex(
                name: "ix_pdf_job_client_id",
                schema: "documents",
                table: "pdf_job",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_pdf_job_created_at",
                schema: "documents",
                table: "pdf_job",
                column: "created_at",
                filter: "state = 'waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_pdf_job_file_id",
                schema: "documents",
                table: "pdf_job",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_pdf_job_version_id",
                schema: "documents",
                table: "pdf_job",
                column: "version_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_permitted_hours_request_id",
                schema: "supervision",
                table: "permitted_hours",
                column: "request_id",
                filter: "request_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_permitted_hours_section_id",
                schema: "supervision",
                table: "permitted_hours",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_placement_host_employer_id_valid_from",
                schema: "work_hours",
                table: "placement",
                columns: new[] { "host_employer_id", "valid_from" });

            migrationBuilder.CreateIndex(
                name: "ix_placement_section_id_valid_from",
                schema: "work_hours",
                table: "placement",
                columns: new[] { "section_id", "valid_from" });

            migrationBuilder.CreateIndex(
                name: "ix_placement_site_id",
                schema: "work_hours",
                table: "placement",
                column: "site_id");

            migrationBuilder.CreateIndex(
                name: "ix_planned_day_placement_id",
                schema: "work_hours",
                table: "planned_day",
                column: "placement_id");

            migrationBuilder.CreateIndex(
                name: "ix_planned_day_section_id_day",
                schema: "work_hours",
                table: "planned_day",
                columns: new[] { "section_id", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_planned_day_site_id_day",
                schema: "work_hours",
                table: "planned_day",
                columns: new[] { "site_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_possible_duplicate_first_id_second_id",
                schema: "clients",
                table: "possible_duplicate",
                columns: new[] { "first_id", "second_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_possible_duplicate_second_id",
                schema: "clients",
                table: "possible_duplicate",
                column: "second_id");

            migrationBuilder.CreateIndex(
                name: "ix_possible_duplicate_state",
                schema: "clients",
                table: "possible_duplicate",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_post_proposal_office_id",
                schema: "access",
                table: "post_proposal",
                column: "office_id");

            migrationBuilder.CreateIndex(
                name: "ix_post_proposal_role_code",
                schema: "access",
                table: "post_proposal",
                column: "role_code");

            migrationBuilder.CreateIndex(
                name: "ix_post_proposal_staff_id_office_id_role_code",
                schema: "access",
                table: "post_proposal",
                columns: new[] { "staff_id", "office_id", "role_code" },
                unique: true,
                filter: "approved IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_priority_work_territory_code_work",
                schema: "partners",
                table: "priority_work",
                columns: new[] { "territory_code", "work" });

            migrationBuilder.CreateIndex(
                name: "ix_process_actor_id_at",
                schema: "audit",
                table: "process",
                columns: new[] { "actor_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_process_at",
                schema: "audit",
                table: "process",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_process_client_id_at",
                schema: "audit",
                table: "process",
                columns: new[] { "client_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_process_subject_id_at",
                schema: "audit",
                table: "process",
                columns: new[] { "subject_id", "at" },
                filter: "client_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_protected_address_entered_by",
                schema: "obligations",
                table: "protected_address",
                column: "entered_by");

            migrationBuilder.CreateIndex(
                name: "ix_protected_address_obligation_id",
                schema: "obligations",
                table: "protected_address",
                column: "obligation_id");

            migrationBuilder.CreateIndex(
                name: "ix_protected_address_section_id",
                schema: "obligations",
                table: "protected_address",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_provider_registration_no",
                schema: "support",
                table: "provider",
                column: "registration_no",
                unique: true,
                filter: "registration_no is not null");

            migrationBuilder.CreateIndex(
                name: "ix_provider_session_sid",
                schema: "access",
                table: "provider_session",
                column: "sid");

            migrationBuilder.CreateIndex(
                name: "ix_provider_session_staff_id",
                schema: "access",
                table: "provider_session",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_put_off_section_id",
                schema: "opportunities",
                table: "put_off",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_quarantined_row_run_id_table_code_line",
                schema: "takeover",
                table: "quarantined_row",
                columns: new[] { "run_id", "table_code", "line" });

            migrationBuilder.CreateIndex(
                name: "ix_quarantined_row_table_code_source_id",
                schema: "takeover",
                table: "quarantined_row",
                columns: new[] { "table_code", "source_id" },
                filter: "taken_by_run is null");

            migrationBuilder.CreateIndex(
                name: "ix_recovered_save_document_id",
                schema: "documents",
                table: "recovered_save",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_recovered_save_file_id",
                schema: "documents",
                table: "recovered_save",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_recovered_save_saved_by",
                schema: "documents",
                table: "recovered_save",
                column: "saved_by");

            migrationBuilder.CreateIndex(
                name: "ix_recovery_code_staff_id",
                schema: "access",
                table: "recovery_code",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_region_code",
                schema: "organisation",
                table: "region",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rehabilitation_contract_id",
                schema: "support",
                table: "rehabilitation",
                column: "contract_id");

            migrationBuilder.CreateIndex(
                name: "ix_rehabilitation_number",
                schema: "support",
                table: "rehabilitation",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rehabilitation_section_id",
                schema: "support",
                table: "rehabilitation",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_related_person_client_id",
                schema: "clients",
                table: "related_person",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_reminder_batch_id",
                schema: "reminders",
                table: "reminder",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_reminder_section_id",
                schema: "reminders",
                table: "reminder",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_reminder_subject_id_day_start",
                schema: "reminders",
                table: "reminder",
                columns: new[] { "subject_id", "day", "start" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_representative_duty_representative_id",
                schema: "probation_observation",
                table: "representative_duty",
                column: "representative_id");

            migrationBuilder.CreateIndex(
                name: "ix_representative_duty_section_id",
                schema: "probation_observation",
                table: "representative_duty",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_representative_notice_representative_id",
                schema: "work_hours",
                table: "representative_notice",
                column: "representative_id");

            migrationBuilder.CreateIndex(
                name: "ix_representative_notice_section_id",
                schema: "work_hours",
                table: "representative_notice",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_request_follows_id",
                schema: "applications",
                table: "request",
                column: "follows_id");

            migrationBuilder.CreateIndex(
                name: "ix_request_proposed_office_id",
                schema: "applications",
                table: "request",
                column: "proposed_office_id");

            migrationBuilder.CreateIndex(
                name: "ix_request_section_id_received_on",
                schema: "applications",
                table: "request",
                columns: new[] { "section_id", "received_on" });

            migrationBuilder.CreateIndex(
                name: "ix_room_office_id_name",
                schema: "contacts",
                table: "room",
                columns: new[] { "office_id", "name" },
                unique: true,
                filter: "active");

            migrationBuilder.CreateIndex(
                name: "ix_schedule_run_office_id",
                schema: "work_hours",
                table: "schedule_run",
                column: "office_id");

            migrationBuilder.CreateIndex(
                name: "ix_schedule_run_started_by",
                schema: "work_hours",
                table: "schedule_run",
                column: "started_by");

            migrationBuilder.CreateIndex(
                name: "ix_schedule_run_line_id",
                schema: "work_hours",
                table: "schedule_run_line",
                column: "id",
                filter: "state = 'waits'");

            migrationBuilder.CreateIndex(
                name: "ix_schedule_run_line_run_id_section_id",
                schema: "work_hours",
                table: "schedule_run_line",
                columns: new[] { "run_id", "section_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_schedule_run_line_section_id",
                schema: "work_hours",
                table: "schedule_run_line",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_school_section_id_as_of",
                schema: "probation_observation",
                table: "school",
                columns: new[] { "section_id", "as_of" });

            migrationBuilder.CreateIndex(
                name: "ix_section_basis_id",
                schema: "cases",
                table: "section",
                column: "basis_id");

            migrationBuilder.CreateIndex(
                name: "ix_section_case_id",
                schema: "cases",
                table: "section",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_section_client_id",
                schema: "cases",
                table: "section",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_section_function_closed_on",
                schema: "cases",
                table: "section",
                columns: new[] { "function", "closed_on" });

            migrationBuilder.CreateIndex(
                name: "ix_section_function_opened_on",
                schema: "cases",
                table: "section",
                columns: new[] { "function", "opened_on" });

            migrationBuilder.CreateIndex(
                name: "ix_section_manager_id_state",
                schema: "cases",
                table: "section",
                columns: new[] { "manager_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_section_office_id_state",
                schema: "cases",
                table: "section",
                columns: new[] { "office_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_sentence_host_employer_id",
                schema: "community_work",
                table: "sentence",
                column: "host_employer_id");

            migrationBuilder.CreateIndex(
                name: "ix_session_staff_id",
                schema: "access",
                table: "session",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_session_started_at",
                schema: "access",
                table: "session",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "ix_session_consultation_id",
                schema: "support",
                table: "session",
                column: "consultation_id");

            migrationBuilder.CreateIndex(
                name: "ix_session_held_on",
                schema: "support",
                table: "session",
                column: "held_on");

            migrationBuilder.CreateIndex(
                name: "ix_session_section_id",
                schema: "support",
                table: "session",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_sheet_import_host_employer_id_staff_id_hash",
                schema: "work_hours",
                table: "sheet_import",
                columns: new[] { "host_employer_id", "staff_id", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sheet_import_line_import_id_number",
                schema: "work_hours",
                table: "sheet_import_line",
                columns: new[] { "import_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_shift_officer",
                schema: "supervision",
                table: "shift",
                column: "officer",
                unique: true,
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_signature_finding_document_id",
                schema: "documents",
                table: "signature_finding",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_signed_month_access_id",
                schema: "host_pages",
                table: "signed_month",
                column: "access_id");

            migrationBuilder.CreateIndex(
                name: "ix_signed_month_host_employer_id_month",
                schema: "host_pages",
                table: "signed_month",
                columns: new[] { "host_employer_id", "month" });

            migrationBuilder.CreateIndex(
                name: "ix_site_work_site_id",
                schema: "partners",
                table: "site_work",
                column: "site_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_employee_number",
                schema: "access",
                table: "staff",
                column: "employee_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_normalized_user_name",
                schema: "access",
                table: "staff",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_post_office_id",
                schema: "access",
                table: "staff_post",
                column: "office_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_post_role_code",
                schema: "access",
                table: "staff_post",
                column: "role_code");

            migrationBuilder.CreateIndex(
                name: "ix_staff_post_staff_id",
                schema: "access",
                table: "staff_post",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_subject_issuer_subject",
                schema: "access",
                table: "staff_subject",
                columns: new[] { "issuer", "subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_subject_staff_id_issuer",
                schema: "access",
                table: "staff_subject",
                columns: new[] { "staff_id", "issuer" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_training_staff_id",
                schema: "access",
                table: "staff_training",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_stated_purpose_client_id_staff_id_stated_at",
                schema: "access",
                table: "stated_purpose",
                columns: new[] { "client_id", "staff_id", "stated_at" });

            migrationBuilder.CreateIndex(
                name: "ix_stated_purpose_staff_id_stated_at",
                schema: "access",
                table: "stated_purpose",
                columns: new[] { "staff_id", "stated_at" });

            migrationBuilder.CreateIndex(
                name: "ix_step_breach_id",
                schema: "breaches",
                table: "step",
                column: "breach_id");

            migrationBuilder.CreateIndex(
                name: "ix_step_document_id",
                schema: "breaches",
                table: "step",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_step_section_id",
                schema: "breaches",
                table: "step",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_step_goal_id",
                schema: "plans",
                table: "step",
                column: "goal_id");

            migrationBuilder.CreateIndex(
                name: "ix_step_section_id",
                schema: "plans",
                table: "step",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_stored_file_address",
                schema: "files",
                table: "stored_file",
                column: "address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stored_file_id",
                schema: "files",
                table: "stored_file",
                column: "id",
                filter: "NOT words_read");

            migrationBuilder.CreateIndex(
                name: "ix_stored_file_scan",
                schema: "files",
                table: "stored_file",
                column: "scan",
                filter: "scan IN ('waiting', 'infected')");

            migrationBuilder.CreateIndex(
                name: "ix_stored_file_sha256",
                schema: "files",
                table: "stored_file",
                column: "sha256",
                unique: true,
                filter: "state = 'stored'");

            migrationBuilder.CreateIndex(
                name: "ix_stored_query_saved_at",
                schema: "drafts",
                table: "stored_query",
                column: "saved_at");

            migrationBuilder.CreateIndex(
                name: "ix_stored_query_staff_id",
                schema: "drafts",
                table: "stored_query",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_substitution_absent_id",
                schema: "access",
                table: "substitution",
                column: "absent_id");

            migrationBuilder.CreateIndex(
                name: "ix_substitution_stand_in_id",
                schema: "access",
                table: "substitution",
                column: "stand_in_id");

            migrationBuilder.CreateIndex(
                name: "ix_suitability_report_section_id",
                schema: "supervision",
                table: "suitability_report",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_suspension_section_id",
                schema: "cases",
                table: "suspension",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_taken_row_plus_id",
                schema: "takeover",
                table: "taken_row",
                column: "plus_id");

            migrationBuilder.CreateIndex(
                name: "ix_template_code",
                schema: "documents",
                table: "template",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_template_nomenclature_id",
                schema: "documents",
                table: "template",
                column: "nomenclature_id");

            migrationBuilder.CreateIndex(
                name: "ix_template_version_decided_by",
                schema: "documents",
                table: "template_version",
                column: "decided_by");

            migrationBuilder.CreateIndex(
                name: "ix_template_version_file_id",
                schema: "documents",
                table: "template_version",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_template_version_proposed_by",
                schema: "documents",
                table: "template_version",
                column: "proposed_by");

            migrationBuilder.CreateIndex(
                name: "ix_template_version_template_id_ordinal",
                schema: "documents",
                table: "template_version",
                columns: new[] { "template_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_term_change_section_id",
                schema: "cases",
                table: "term_change",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_claim_id_place",
                schema: "transport_costs",
                table: "ticket",
                columns: new[] { "claim_id", "place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ticket_file_id",
                schema: "transport_costs",
                table: "ticket",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_ticket_section_id",
                schema: "transport_costs",
                table: "ticket",
                column: "section_id");

            migrationBuilder.CreateIndex(
                name: "ix_vendor_event_serial_occurred_at",
                schema: "supervision",
                table: "vendor_event",
                columns: new[] { "serial", "occurred_at" });

            migrationBuilder.CreateIndex(
                name: "ix_version_section_id_number",
                schema: "plans",
                table: "version",
                columns: new[] { "section_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_view_actor_id_at",
                schema: "audit",
                table: "view",
                columns: new[] { "actor_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_view_at",
                schema: "audit",
                table: "view",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_view_clients",
                schema: "audit",
                table: "view",
                column: "clients")
                .Annotation("Npgsql:IndexMethod", "gin");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absence",
                schema: "support");

            migrationBuilder.DropTable(
                name: "adjustment",
                schema: "work_hours");

            migrationBuilder.DropTable(
                name: "adult_choice",
                schema: "work_hours");

            migrationBuilder.DropTable(
                name: "alarm_note",
                schema: "supervision");

            migrationBuilder.DropTable(
                name: "amount_change",
                schema: "work_hours");

            migrationBuilder.DropTable(
                name: "archived_case",
                schema: "archive");

            migrationBuilder.DropTable(
                name: "assignment",
                schema: "cases");

            migrationBuilder.DropTable(
                name: "avoided_people",
                schema: "obligations");

            migrationBuilder.DropTable(
                name: "ban_conflict",
                schema: "obligations");

            migrationBuilder.DropTable(
                name: "basis_offence",
                schema: "cases");

            migrationBuilder.DropTable(
                name: "bulk_run",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "calendar_day",
                schema: "rules");

            migrationBuilder.DropTable(
                name: "call",
                schema: "host_api");

            migrationBuilder.DropTable(
                name: "call_list_entry",
                schema: "supervision");

            migrationBuilder.DropTable(
                name: "check",
                schema: "obligations");

            migrationBuilder.DropTable(
                name: "claim_mapping",
                schema: "access");

            migrationBuilder.DropTable(
                name: "client_address",
                schema: "clients");

            migrationBuilder.DropTable(
                name: "client_health",
                schema: "clients");

            migrationBuilder.DropTable(
                name: "client_identifier",
                schema: "clients");

            migrationBuilder.DropTable(
                name: "client_name",
                schema: "clients");

            migrationBuilder.DropTable(
                name: "client_reach",
                schema: "clients");

            migrationBuilder.DropTable(
                name: "client_restriction",
                schema: "access");

            migrationBuilder.DropTable(
                name: "closing_ground",
                schema: "cases");

            migrationBuilder.DropTable(
                name: "contact",
                schema: "contacts");

            migrationBuilder.DropTable(
                name: "contact_subject",
                schema: "host_pages");

            migrationBuilder.DropTable(
                name: "contract_renewal",
                schema: "partners");

            migrationBuilder.DropTable(
                name: "contract_scan",
                schema: "partners");

            migrationBuilder.DropTable(
                name: "count",
                schema: "takeover");

            migrationBuilder.DropTable(
                name: "court_report",
                schema: "probation_observation");

            migrationBuilder.DropTable(
                name: "court_report",
                schema: "work_hours");

            migrationBuilder.DropTable(
                name: "data_protection_key",
                schema: "keys");

            migrationBuilder.DropTable(
                name: "device_step",
                schema: "supervision");

            migrationBuilder.DropTable(
                name: "discharge",
                schema: "conditional_discharge");

            migrationBuilder.DropTable(
                name: "document_recipient",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "draft",
                schema: "drafts");

            migrationBuilder.DropTable(
                name: "due_task",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "earlier_conviction",
                schema: "clients");

            migrationBuilder.DropTable(
                name: "editing_lock",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "editing_pass",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "electronic_monitoring",
                schema: "supervision");

            migrationBuilder.DropTable(
                name: "entry",
                schema: "journal");

            migrationBuilder.DropTable(
                name: "erasure_item",
                schema: "retention");

            migrationBuilder.DropTable(
                name: "feed",
                schema: "contacts");

            migrationBuilder.DropTable(
                name: "file_mark",
                schema: "takeover");

            migrationBuilder.DropTable(
                name: "file_text",
                schema: "files");

            migrationBuilder.DropTable(
                name: "health",
                schema: "work_hours");

            migrationBuilder.DropTable(
                name: "host_note",
                schema: "partners");

            migrationBuilder.DropTable(
                name: "host_training",
                schema: "partners");

            migrationBuilder.DropTable(
                name: "hours_entry",
                schema: "community_work");

            migrationBuilder.DropTable(
                name: "hours_entry",
                schema: "educational_community_work");

            migrationBuilder.DropTable(
                name: "incoming_file",
                schema: "mailroom");

            migrationBuilder.DropTable(
                name: "intake_message",
                schema: "exchange");

            migrationBuilder.DropTable(
                name: "intake_run_part",
                schema: "exchange");

            migrationBuilder.DropTable(
                name: "intensification",
                schema: "supervision");

            migrationBuilder.DropTable(
                name: "invoice_line",
                schema: "support");

            migrationBuilder.DropTable(
                name: "kept_amount",
                schema: "archive");

            migrationBuilder.DropTable(
                name: "kept_file",
                schema: "archive");

            migrationBuilder.DropTable(
                name: "kind",
                schema: "contacts");

            migrationBuilder.DropTable(
                name: "leftover",
                schema: "archive");

            migrationBuilder.DropTable(
                name: "legal_hold",
                schema: "retention");

            migrationBuilder.DropTable(
                name: "mark_count",
                schema: "takeover");

            migrationBuilder.DropTable(
                name: "master_key",
                schema: "keys");

            migrationBuilder.DropTable(
                name: "measure",
                schema: "educational_community_work");

            migrationBuilder.DropTable(
                name: "measure",
                schema: "incidents");

            migrationBuilder.DropTable(
                name: "measure",
                schema: "probation_observation");

            migrationBuilder.DropTable(
                name: "message",
                schema: "outbox");

            migrationBuilder.DropTable(
                name: "monitoring_employment",
                schema: "supervision");

            migrationBuilder.DropTable(
                name: "must_not_meet",
                schema: "clients");

            migrationBuilder.DropTable(
                name: "name_form",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "need_stage",
                schema: "plans");

            migrationBuilder.DropTable(
                name: "norm",
                schema: "contacts");

            migrationBuilder.DropTable(
                name: "notice",
                schema: "incidents");

            migrationBuilder.DropTable(
                name: "number_series",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "office_territory",
                schema: "organisation");

            migrationBuilder.DropTable(
                name: "opened_record",
                schema: "access");

            migrationBuilder.DropTable(
                name: "parameter_override",
                schema: "rules");

            migrationBuilder.DropTable(
                name: "participation",
                schema: "programmes");

            migrationBuilder.DropTable(
                name: "passkey",
                schema: "access");

            migrationBuilder.DropTable(
                name: "password_link",
                schema: "access");

            migrationBuilder.DropTable(
                name: "pdf_job",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "permitted_hours",
                schema: "supervision");

            migrationBuilder.DropTable(
                name: "planned_day",
                schema: "work_hours");

            migrationBuilder.DropTable(
                name: "possible_duplicate",
                schema: "clients");

            migrationBuilder.DropTable(
                name: "post_proposal",
                schema: "access");

            migrationBuilder.DropTable(
                name: "priority_work",
                schema: "partners");

            migrationBuilder.DropTable(
                name: "process",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "process",
                schema: "mediation");

            migrationBuilder.DropTable(
                name: "profile",
                schema: "work_hours");

            migrationBuilder.DropTable(
                name: "protected_address",
                schema: "obligations");

            migrationBuilder.DropTable(
                name: "provider_session",
                schema: "access");

            migrationBuilder.DropTable(
                name: "put_off",
                schema: "opportunities");

            migrationBuilder.DropTable(
                name: "quarantined_row",
                schema: "takeover");

            migrationBuilder.DropTable(
                name: "recovered_save",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "recovery_code",
                schema: "access");

            migrationBuilder.DropTable(
                name: "reminder",
                schema: "reminders");

            migrationBuilder.DropTable(
                name: "removal",
                schema: "files");

            migrationBuilder.DropTable(
                name: "report_request",
                schema: "assessment_reports");

            migrationBuilder.DropTable(
                name: "representative_duty",
                schema: "probation_observation");

            migrationBuilder.DropTable(
                name: "representative_notice",
                schema: "work_hours");

            migrationBuilder.DropTable(
                name: "schedule_run_line",
                schema: "work_hours");

            migrationBuilder.DropTable(
                name: "school",
                schema: "probation_observation");

            migrationBuilder.DropTable(
                name: "second_factor",
                schema: "access");

            migrationBuilder.DropTable(
                name: "section_count",
                schema: "takeover");

            migrationBuilder.DropTable(
                name: "sentence",
                schema: "community_work");

            migrationBuilder.DropTable(
                name: "sentence",
                schema: "probation_supervision");

            migrationBuilder.DropTable(
                name: "sentence",
                schema: "supervision");

            migrationBuilder.DropTable(
                name: "session",
                schema: "access");

            migrationBuilder.DropTable(
                name: "session",
                schema: "support");

            migrationBuilder.DropTable(
                name: "sheet_import_line",
                schema: "work_hours");

            migrationBuilder.DropTable(
                name: "shift",
                schema: "supervision");

            migrationBuilder.DropTable(
                name: "signature_finding",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "signed_month",
                schema: "host_pages");

            migrationBuilder.DropTable(
                name: "site_work",
                schema: "partners");

            migrationBuilder.DropTable(
                name: "staff_post",
                schema: "access");

            migrationBuilder.DropTable(
                name: "staff_subject",
                schema: "access");

            migrationBuilder.DropTable(
                name: "staff_training",
                schema: "access");

            migrationBuilder.DropTable(
                name: "stated_purpose",
                schema: "access");

            migrationBuilder.DropTable(
                name: "step",
                schema: "breaches");

            migrationBuilder.DropTable(
                name: "step",
                schema: "plans");

            migrationBuilder.DropTable(
                name: "stored_query",
                schema: "drafts");

            migrationBuilder.DropTable(
                name: "substitution",
                schema: "access");

            migrationBuilder.DropTable(
                name: "suitability_report",
                schema: "supervision");

            migrationBuilder.DropTable(
                name: "suspension",
                schema: "cases");

            migrationBuilder.DropTable(
                name: "taken_row",
                schema: "takeover");

            migrationBuilder.DropTable(
                name: "term_change",
                schema: "cases");

            migrationBuilder.DropTable(
                name: "ticket",
                schema: "transport_costs");

            migrationBuilder.DropTable(
                name: "vendor_event",
                schema: "supervision");

            migrationBuilder.DropTable(
                name: "version",
                schema: "plans");

            migrationBuilder.DropTable(
                name: "victim",
                schema: "mediation");

            migrationBuilder.DropTable(
                name: "view",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "rehabilitation",
                schema: "support");

            migrationBuilder.DropTable(
                name: "alarm",
                schema: "supervision");

            migrationBuilder.DropTable(
                name: "key",
                schema: "host_api");

            migrationBuilder.DropTable(
                name: "room",
                schema: "contacts");

            migrationBuilder.DropTable(
                name: "host_contract",
                schema: "partners");

            migrationBuilder.DropTable(
                name: "monitoring_device",
                schema: "supervision");

            migrationBuilder.DropTable(
                name: "erasure",
                schema: "retention");

            migrationBuilder.DropTable(
                name: "incoming",
                schema: "mailroom");

            migrationBuilder.DropTable(
                name: "intake_run",
                schema: "exchange");

            migrationBuilder.DropTable(
                name: "invoice",
                schema: "support");

            migrationBuilder.DropTable(
                name: "incident",
                schema: "incidents");

            migrationBuilder.DropTable(
                name: "territory",
                schema: "organisation");

            migrationBuilder.DropTable(
                name: "request",
                schema: "applications");

            migrationBuilder.DropTable(
                name: "placement",
                schema: "work_hours");

            migrationBuilder.DropTable(
                name: "obligation",
                schema: "obligations");

            migrationBuilder.DropTable(
                name: "related_person",
                schema: "clients");

            migrationBuilder.DropTable(
                name: "schedule_run",
                schema: "work_hours");

            migrationBuilder.DropTable(
                name: "run",
                schema: "takeover");

            migrationBuilder.DropTable(
                name: "consultation",
                schema: "support");

            migrationBuilder.DropTable(
                name: "sheet_import",
                schema: "work_hours");

            migrationBuilder.DropTable(
                name: "document_version",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "access",
                schema: "host_pages");

            migrationBuilder.DropTable(
                name: "role",
                schema: "access");

            migrationBuilder.DropTable(
                name: "breach",
                schema: "breaches");

            migrationBuilder.DropTable(
                name: "goal",
                schema: "plans");

            migrationBuilder.DropTable(
                name: "claim",
                schema: "transport_costs");

            migrationBuilder.DropTable(
                name: "kind",
                schema: "incidents");

            migrationBuilder.DropTable(
                name: "host_site",
                schema: "partners");

            migrationBuilder.DropTable(
                name: "contract",
                schema: "support");

            migrationBuilder.DropTable(
                name: "document",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "host_contact",
                schema: "partners");

            migrationBuilder.DropTable(
                name: "need",
                schema: "plans");

            migrationBuilder.DropTable(
                name: "payment_list",
                schema: "transport_costs");

            migrationBuilder.DropTable(
                name: "provider",
                schema: "support");

            migrationBuilder.DropTable(
                name: "template_version",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "host_employer",
                schema: "partners");

            migrationBuilder.DropTable(
                name: "section",
                schema: "cases");

            migrationBuilder.DropTable(
                name: "stored_file",
                schema: "files");

            migrationBuilder.DropTable(
                name: "template",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "basis",
                schema: "cases");

            migrationBuilder.DropTable(
                name: "client_case",
                schema: "cases");

            migrationBuilder.DropTable(
                name: "staff",
                schema: "access");

            migrationBuilder.DropTable(
                name: "office",
                schema: "organisation");

            migrationBuilder.DropTable(
                name: "nomenclature",
                schema: "documents");

            migrationBuilder.DropTable(
                name: "client",
                schema: "clients");

            migrationBuilder.DropTable(
                name: "region",
                schema: "organisation");
        }
    }
}
