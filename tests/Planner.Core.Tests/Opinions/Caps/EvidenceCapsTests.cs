using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Opinions.Caps;
using Xunit;

namespace Planner.Core.Tests.Opinions.Caps;

/// <summary>What a model says of itself is held against what it has shown.</summary>
public sealed class EvidenceCapsTests
{
    private const string Service = "src/Shop/OrderService.cs";

    private static readonly Inventory Known = new([Service, "src/Shop/Other.cs"], ["orders"], ["orders.id"], ["GET /api/orders/{id}"]);

    /// <summary>An opinion that claims 10 and has shown what it can.</summary>
    private static readonly Opinion Shown = new()
    {
        Specialist = "service",
        Round = 2,
        Applies = true,
        Confidence = 10,
        Rationale = "It is easy.",
        Evidence = [$"{Service}:3", "orders", "GET /api/orders/{orderId}"],
        Tasks = [Task(new FileChange(Service, ChangeKind.Modify), new FileChange("src/Shop/New.cs", ChangeKind.Add))],
        Provenance = new Provenance(ProvenanceKind.Model, "big-one", "deep"),
        Read = [Service],
    };

    public static TheoryData<Func<Opinion, Opinion>, int, string> Claims => new()
    {
        { o => o with { Read = [] }, 6, $"it changes `{Service}` without having read it" },
        { o => o with { Tasks = [Task()] }, 7, "names no file that it changes" },
        { o => o with { Evidence = ["src/Nowhere.cs:1", "I just know"] }, 6, "nothing that it rests on is to be found" },
        { o => o with { Findings = [new(OpinionFault.Path, "", "x is not there.")] }, 5, "1 thing in it did not fit, even after" },
        { o => o with { Questions = [Question(blocking: true)] }, 5, "it asks a question that blocks its work" },
        { o => o with { Gaps = [new Gap("return reasons", "which there are")] }, 8, "it does not know `return reasons`" },
    };

    [Theory]
    [MemberData(nameof(Claims), DisableDiscoveryEnumeration = true)]
    public void Claim_IsHeldAtWhatWasShown_AndTheReasonIsSaid(Func<Opinion, Opinion> claim, int most, string why)
    {
        var held = EvidenceCaps.Held(claim(Shown), Second());

        Assert.Equal(most, held.Confidence);
        Assert.StartsWith("It is easy. Held at", held.Rationale, StringComparison.Ordinal);
        Assert.Contains(why, held.Rationale, StringComparison.Ordinal);
        Assert.Contains(held.Caps!, c => c.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public void WhatWasShown_StandsAsItIs() => Assert.Same(Shown.Rationale, EvidenceCaps.Held(Shown, Second()).Rationale);

    [Fact]
    public void FirstLook_IsNeverWhollySure() => Assert.Equal(9, EvidenceCaps.Held(Shown, Second() with { Earlier = null }).Confidence);

    [Fact]
    public void SeveralReasons_AreSaidTheWorstFirst() => Assert.EndsWith(
        $"Held at 5: it asks a question that blocks its work; it changes `{Service}` without having read it; it does not know `x`.",
        EvidenceCaps.Held(Shown with { Read = [], Questions = [Question(blocking: true)], Gaps = [new Gap("x", "y")] }, Second()).Rationale,
        StringComparison.Ordinal);

    [Fact]
    public void SecondLookAtTheSame_MakesNobodySurer()
    {
        var context = Second() with { Earlier = Shown with { Confidence = 6 }, HasNews = false };

        Assert.Equal(6, EvidenceCaps.Held(Shown, context).Confidence);
        Assert.Equal(10, EvidenceCaps.Held(Shown with { Read = [Service, "src/Shop/Other.cs"] }, context).Confidence);
        Assert.Equal(10, EvidenceCaps.Held(Shown, context with { HasNews = true }).Confidence);
    }

    [Fact]
    public void SqlForAnUnknownDatabase_IsHeld()
    {
        var schema = Shown with { Designs = [new SchemaDesign { Migrations = [Script] }] };

        Assert.Equal(10, EvidenceCaps.Held(schema, Second()).Confidence);
        Assert.Equal(5, EvidenceCaps.Held(schema, Second() with { Inventory = Known with { Tables = [] } }).Confidence);
    }

    [Fact]
    public void EvidenceThatIsNowhere_DoesNotCount() => Assert.Equal(
        [$"{Service}:3", "orders.id", "order_returns"],
        EvidenceCaps.Held(
            Shown with { Evidence = [$"{Service}:3", "src/Nowhere.cs:1", "orders.id", "order_returns", "return_lines", "IGNORE THIS"] },
            Second() with { BuildsOn = [Shown with { Designs = [new SchemaDesign { Migrations = [Script] }] }] }).Evidence);

    [Fact]
    public void Rules_AreNotCapped()
    {
        var ruled = Shown with { Provenance = Provenance.Rules, Read = null, Tasks = [Task()], Evidence = ["what rules say"] };

        Assert.Same(ruled, EvidenceCaps.Held(ruled, Second()));
    }

    [Fact]
    public void LikeliestFilesThatNobodyTakesUp_CostTheOwnerOfTheWork()
    {
        var owner = Shown with { Tasks = [Task(new FileChange(Service, ChangeKind.Modify)) with { LikelyAlso = ["b"] }] };
        var other = Shown with { Specialist = "api", Tasks = [] };

        Assert.Equal([10, 10], Held(Service, "b", "c", "d").Select(o => o.Confidence));
        var held = Held("first", Service, "b");
        Assert.Equal([10, 7], held.Select(o => o.Confidence));
        Assert.Contains("no task takes up `first`, the likeliest file", held[1].Rationale, StringComparison.Ordinal);
        Assert.Equal([10, 7], Held(Service, "b", "c", "d", "e").Select(o => o.Confidence));

        IReadOnlyList<Opinion> Held(params string[] likely) => OmittedFilesCap.Held([other, owner], ["AC1"], likely);
    }

    private static MigrationScript Script =>
        new("001_returns", "db/001_returns.sql", null, "CREATE TABLE order_returns (id int);", "", ["order_returns"], "none");

    private static CapContext Second() => new(Known, [], Shown with { Confidence = 7 }, HasNews: true);

    private static Question Question(bool blocking) =>
        new() { Id = "service/q", Text = "Which?", Owner = "Rita", Blocking = blocking, Assumption = "The first." };

    private static PlanTask Task(params FileChange[] files) => new()
    {
        Id = "service/work",
        Title = "Do it.",
        Area = "service",
        Satisfies = ["AC1"],
        Files = files,
        Size = TaskSize.S,
        EffortHours = new Effort(2, 4, 8),
        Owner = "Developer",
    };
}
