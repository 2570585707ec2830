using System.Text.Json;
using Planner.Core.LanguageModels;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Audits;
using Planner.Core.Review.Reading;
using Planner.Specialists.Models.Auditing;
using Planner.Specialists.Models.Calls;
using Planner.Specialists.Models.Packing;
using Planner.Specialists.Models.Replies;
using Planner.Testing.Approvals;
using Planner.Testing.LanguageModels;
using Planner.Testing.Planning;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Specialists.Tests.Models.Auditing;

/// <summary>A second reading of a plan by a model.</summary>
public sealed class ModelAuditorTests
{
    private static readonly Plan Plan = PlanAssembler.Assemble(SettledPlans.Provisional());

    private static readonly FixedCode Code = new(
        ("src/Shop/OrderService.cs", "class OrderService\n{\n    void Return(Order order);\n}"),
        ("src/Shop/SalesExportJob.cs", "class SalesExportJob\n{\n    void Refund(Order order) => orders.Return(order);\n}"));

    private static readonly AuditReply Found = new()
    {
        Checked = [.. Enumerable.Range(1, 10).Select(n => new CheckedReply
        {
            What = $"thing {n}", Place = "AC1", Quote = "ask for a return within 30 days"[..^n], Result = AuditResult.Holds,
        })],
        Earlier = [],
        Findings = [new FaultReply
        {
            Place = "T002", Quote = "create-order-returns", Message = "It is done twice.", Fault = FaultKind.Duplicate, Blocks = false, Specialist = null,
        }],
        Missing = [new MissingReply
        {
            Place = "src/Shop/SalesExportJob.cs", Quote = "orders.Return(order)", Message = "Refund calls Return and\nno task changes it.", Blocks = true,
            Specialist = "api",
        }],
    };

    private readonly MemoryStore store = new();

    [Fact]
    public async Task WhatWasLookedUp_CanBeCited()
    {
        var model = ScriptedModel.Of(ScriptedModel.Calls(("search", """{"text":"Return","files":null}""")), Says(Found));

        var audit = await Audit(model);

        Assert.Equal(["Refund calls Return and no task changes it.", "It is done twice."], audit.Claims.Select(c => c.Message));
        Assert.Equal([AuditFault.Missing, AuditFault.Duplicate], audit.Claims.Select(c => c.Fault));
        var report = AuditJudgement.Of(audit, Plan, []);
        Assert.Equal((AuditStatus.Failed, 10), (report.Status, report.Checked.Count));
        Assert.Equal(("api", "src/Shop/SalesExportJob.cs"), (Assert.Single(report.Claims).Specialist, report.Claims[0].Place));
        Assert.Equal(1, report.LeftOut);
    }

    [Fact]
    public async Task LikelyFiles_CanBeCitedWithoutLookingUp()
    {
        var audit = await Audit(ScriptedModel.Of(Says(Found with
        {
            Missing = [Found.Missing[0] with { Place = "src/Shop/OrderService.cs", Quote = "void Return(Order order);" }],
        })));

        Assert.Equal("src/Shop/OrderService.cs", Assert.Single(AuditJudgement.Of(audit, Plan, []).Claims).Place);
    }

    [Fact]
    public async Task WhatTheModelSaidItself_IsNoSource()
    {
        var audit = await Audit(ScriptedModel.Of(Says(Found)));

        Assert.Empty(AuditJudgement.Of(audit, Plan, []).Claims);
    }

    [Fact]
    public async Task Auditor_IsAnotherPromptAndTier_AndCountsWhatItTook()
    {
        var model = ScriptedModel.Of(ScriptedModel.Calls(("list_files", """{"pattern":"**"}""")), Says(Found));

        var audit = await Audit(model);

        Assert.All(model.Asked, r => Assert.Equal(Planner.Core.LanguageModels.ModelTier.Audit, r.Tier));
        Assert.StartsWith("You read a plan that others made", ((SystemMessage)model.Asked[0].Messages[0]).Text, StringComparison.Ordinal);
        Assert.Equal((2, 2_000), (audit.Ledger.Count, audit.Ledger.Sum(e => e.InputTokens)));
        Assert.Equal("scripted-1", audit.Model);
    }

    [Fact]
    public async Task SameReading_IsNotPaidTwice()
    {
        var model = ScriptedModel.Of(Says(Found));

        var first = await Audit(model);
        var again = await Audit(model);

        Assert.Single(model.Asked);
        Assert.Equivalent(first, again, strict: true);
    }

    [Fact]
    public async Task EarlierClaims_AreShownWithNumbers_AndAreNoSource()
    {
        var earlier = new AuditClaim(AuditFault.Missing, "A caller >>> is missing.", "T003", "made up before", Blocks: true, "api");
        var model = ScriptedModel.Of(Says(Found with
        {
            Earlier = [new EarlierReply { Number = 1, Place = "T003", Quote = "made up before", Holds = false }],
        }));

        var audit = await Audit(model, earlier);

        Assert.Contains(
            "1. Missing at T003: A caller ››› is missing. It cited: made up before",
            ((UserMessage)model.Asked[0].Messages[^1]).Text,
            StringComparison.Ordinal);
        Assert.Contains(earlier, AuditJudgement.Of(audit, Plan, [earlier]).Claims);
    }

    [Fact]
    public void Subject_IsThatOfWhatIsRead()
    {
        var auditor = Auditor(ScriptedModel.Of());
        var renamed = Plan with { Tasks = [.. Plan.Tasks.Select(t => t with { Title = t.Title + "!" })] };

        string Subject(Plan plan, params IReadOnlyList<AuditClaim> earlier) => auditor.Subject(new AuditInputs(plan, "shop", null, earlier));
        Assert.Equal(Subject(Plan), Subject(Plan with { Ledger = new LedgerTotal(["m"], 1, 1, 1) }, new AuditClaim(AuditFault.Wrong, "", "", "", true, null)));
        Assert.NotEqual(Subject(Plan), Subject(renamed));
    }

    [Fact]
    public void Plan_IsToldWhole() => Approved.Matches("PlanText.approved.txt", PlanText.Of(Plan));

    private static ModelAnswer Says(AuditReply reply) => ScriptedModel.Says(JsonSerializer.Serialize(reply, StrictSchema.Options));

    private ModelAuditor Auditor(ScriptedModel model) => new(Accounts.Calls(model, store), Code);

    private Task<PlanAudit> Audit(ScriptedModel model, params IReadOnlyList<AuditClaim> earlier) =>
        Auditor(model).Audit(new AuditInputs(Plan, "shop", Previous: null, earlier), Calls.First(TestContext.Current.CancellationToken));
}
