using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Testing.Builders;

namespace Planner.Specialists.Tests.Rules;

/// <summary>Code bases of different make.</summary>
internal static class Fixtures
{
    /// <summary>A clinic with SQL migrations, minimal endpoints and a nightly job.</summary>
    public static GroundingBuilder Clinic() => new GroundingBuilder()
        .Table("patients", ["id bigint!", "full_name text!", "updated_at timestamptz!"])
        .Table(
            "visits",
            ["id bigint!", "patient_id bigint!", "fee numeric(10,2)!", "updated_at timestamptz!"],
            checks: ["CONSTRAINT ck_visits_fee CHECK (fee >= 0)", "CONSTRAINT ck_visits_state CHECK (state IN ('open', 'done'))"])
        .Table("reporting.daily_visits", ["visit_date date!", "visits integer!", "loaded_at timestamptz!"], key: ["visit_date"])
        .Table("job_watermarks", ["job text!", "watermark timestamptz!"], key: ["job"])
        .Type("Visit", "src/Clinic/Visits/Visit.cs", "record")
        .Type("IVisitRepository", "src/Clinic/Visits/IVisitRepository.cs", "interface", methods: ["Task<Visit?> FindAsync(long id, CancellationToken ct)"])
        .Type(
            "VisitRepository",
            "src/Clinic.Data/VisitRepository.cs",
            bases: ["IVisitRepository"],
            methods: ["Task<Visit?> FindAsync(long id, CancellationToken ct)"])
        .Type("IVisitService", "src/Clinic/Visits/IVisitService.cs", "interface", methods: ["Task<Visit> GetAsync(long id, CancellationToken ct)"])
        .Type(
            "VisitService",
            "src/Clinic/Visits/VisitService.cs",
            bases: ["IVisitService"],
            methods: ["Task<Visit> GetAsync(long id, CancellationToken ct)", "Task<decimal> TotalFeeAsync(long patientId, CancellationToken ct)"],
            uses: ["IVisitRepository"])
        .Type("VisitNotFoundException", "src/Clinic/Visits/VisitNotFoundException.cs")
        .Registration("IVisitService", "VisitService", "src/Clinic/Registration.cs")
        .Endpoint("GET", "/api/visits/{visitId}", "src/Clinic.Api/VisitEndpoints.cs")
        .Endpoint("POST", "/api/visits", "src/Clinic.Api/VisitEndpoints.cs")
        .Job("VisitReportJob", "src/Clinic.Etl/VisitReportJob.cs", "visits", "reporting.daily_visits", "job_watermarks")
        .Test("VisitService", "tests/Clinic.Tests/Visits/VisitServiceTests.cs")
        .Project("src/Clinic/Clinic.csproj")
        .Project("src/Clinic.Api/Clinic.Api.csproj", false, "Clinic")
        .Project("tests/Clinic.Tests/Clinic.Tests.csproj", true, "Clinic")
        .Conventions(c => c with
        {
            VerificationCommands = ["dotnet test Clinic.sln"],
            NextMigration = ["db/migrations/007_{name}.up.sql", "db/migrations/007_{name}.down.sql"],
            Owners = [new OwnerFact("*", ["@clinic"]), new OwnerFact("/db/", ["@clinic-dba"])],
        });

    /// <summary>Referrals of a visit: a new table with its endpoint.</summary>
    public static PanelRound Referral(GroundingBuilder? code = null) => PanelRound.About(
        (code ?? Clinic())
            .New("referrals", MentionKind.Table, "visit_id bigint!", "fee numeric(10,2)!", "specialty text!")
            .New("POST /api/visits/{visitId}/referrals", MentionKind.Endpoint)
            .Found("visits", MentionKind.Table),
        "A table `referrals` with `visit_id`, `fee` and `specialty`.",
        "`POST /api/visits/{visitId}/referrals` stores a row in `referrals` and answers 201.",
        "A visit has at most one referral for each specialty; the second is refused with 409.");

    /// <summary>MVC with entities, no SQL at all.</summary>
    public static GroundingBuilder Library() => new GroundingBuilder()
        .Type("Book", "Library.Web/Models/Book.cs", methods: ["void Lend(Reader reader)"])
        .Type("LibraryContext", "Library.Web/Data/LibraryContext.cs", bases: ["DbContext"])
        .Type(
            "BooksController",
            "Library.Web/Controllers/BooksController.cs",
            bases: ["Controller"],
            methods: ["IActionResult Index(string? title)"],
            uses: ["LendingManager"])
        .Type("LendingManager", "Library.Web/Lending/LendingManager.cs", methods: ["void ExtendLending(int bookId, int days)"])
        .Endpoint("GET", "/Books", "Library.Web/Controllers/BooksController.cs")
        .Project("Library.Web/Library.Web.csproj");

    /// <summary>The decision as people took it.</summary>
    public static SettledDecision Settled(Decision decision, string option) => new()
    {
        Decision = decision with { Id = "TD001" },
        Status = DecisionStatus.Decided,
        Option = option,
        Rationale = "because",
        DecidedBy = "Ada",
        Timestamp = DateTimeOffset.UnixEpoch,
        Deadline = DateTimeOffset.UnixEpoch,
    };

    /// <summary>A new endpoint whose requests carry a key.</summary>
    public static PanelRound Keyed(string second = "The fee is stored.") => PanelRound.About(
        Clinic()
            .New("referrals", MentionKind.Table, "visit_id bigint!", "fee numeric(10,2)!")
            .New("POST /api/visits/{visitId}/referrals", MentionKind.Endpoint)
            .Found("visits", MentionKind.Table).Found("VisitService", MentionKind.Type),
        "`POST /api/visits/{visitId}/referrals` with header `Idempotency-Key`.",
        "`POST /api/visits/{visitId}/referrals` stores a row in `referrals` and answers 201; the same `Idempotency-Key` gives the same row.",
        second);

    /// <summary>A bug whose criteria were derived.</summary>
    public static PanelRound Fault(GroundingBuilder code, string criterion)
    {
        var round = PanelRound.About(code, "", criterion);
        return round with { Ticket = round.Ticket with { Type = "Bug", Summary = "A fault" }, Criteria = round.Criteria with { Derived = true } };
    }
}
