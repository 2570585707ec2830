using Planner.Core.Grounding.Facts;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review.Reading;

/// <summary>The part of Q8 that looks for what a draft leaves behind.</summary>
public sealed class ResidueTests
{
    private const string Page = "risks.md";

    [Theory]
    [InlineData("TBD")]
    [InlineData("TODO")]
    [InlineData("FIXME")]
    [InlineData("XXX")]
    [InlineData("[...]")]
    [InlineData("[…]")]
    [InlineData("{{owner}}")]
    [InlineData("{owner}")]
    [InlineData("{name}")]
    [InlineData("009_{name}.up.sql")]
    [InlineData("Lorem ipsum")]
    [InlineData("as an AI")]
    [InlineData("similar to above")]
    public void LeftOver_IsFoundAtItsLine(string residue) =>
        Judge(Sound, s => s.Edited(Page, "Apply it", $"{residue} Apply it")).Finds("Q8.residue", Page, at: residue);

    [Fact]
    public void LeftOverInARecord_IsFound() =>
        Assert.Contains(
            Report(Sound, s => s.Edited("risks.json", "Apply it", "TBD Apply it")).Findings,
            f => f is { Code: "Q8.residue", Artifact: "risks.json", Line: > 1 });

    [Theory]
    [InlineData("`GET /api/users/{name}`")]
    [InlineData("GET /api/orders/{orderId}")]
    [InlineData("`$\"{owner}\"`")]
    [InlineData("`Task<{T}>`")]
    [InlineData("${{ matrix.os }}")]
    [InlineData("TODOs")]
    public void RouteOrCode_IsNoResidue(string text) => Judge(Sound, s => s.Edited(Page, "Apply it", $"{text} Apply it")).Passes("Q8");

    [Fact]
    public void WordsOfTheTicketItself_AreNoResidue() =>
        Judge(Sound with { Ticket = Sound.Ticket with { Summary = "Remove every TODO from orders" } }).Passes("Q8");

    [Fact]
    public void WordsOfTheTicketBesideOthers_AreResidue() =>
        Judge(
            Sound with { Ticket = Sound.Ticket with { Description = "Remove every TODO from orders" } },
            s => s.Edited(Page, "Apply it", "TODO Apply it")).Finds("Q8.residue", Page, at: "TODO Apply");

    [Fact]
    public void PathOfTheCodeBase_IsNoResidue()
    {
        var grounding =
            Sound.Grounding with { Inventory = Sound.Grounding.Inventory with { Paths = [.. Sound.Grounding.Inventory.Paths, "docs/notes/TODO.md"] } };

        Judge(Sound with { Grounding = grounding }, s => s.Edited(Page, "Apply it", "Read `docs/notes/TODO.md` and apply it")).Passes("Q8");
    }

    [Fact]
    public void WordsOfWhoAnswered_AreNoResidue() =>
        Judge(Sound with { Questions = [.. Sound.Questions.Select(q => q with { Answer = "The amount is TBD by finance." })] }).Passes("Q8");
}
