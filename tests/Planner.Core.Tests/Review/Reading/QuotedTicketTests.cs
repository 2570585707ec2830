using Planner.Core.Opinions;
using Planner.Core.Plans;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review.Reading;

/// <summary>Words of a ticket that look like links are shown in every file and lead nowhere.</summary>
public sealed class QuotedTicketTests
{
    public static TheoryData<string> Texts =>
    [
        "see [x](foo/bar.md)", "see [x](/foo/bar.md)", "see [x](../foo/bar.md#part)", "see [x](#nothing)", "see [x](https://example.com/a.md)",
        "see ![x](foo/bar.png \"title\")", "see [x](<foo/b ar.md>)", "see [x][1] and [1]: foo/bar.md", "[x]: foo/bar.md", "see <foo/bar.md>",
        "see `[x](foo/bar.md)`", "see ``a ` [x](foo/bar.md)``", "see ` and [x](foo/bar.md)", "see ``` and [x](foo/bar.md)", "see ~~~ and [x](foo/bar.md)",
        "```", "~~~ [x](foo/bar.md)", @"see \[x](foo/bar.md) and \` so", @"see \\[x](foo/bar.md)", "see | [x](foo/bar.md) | and `a | b`",
        "see [[x](foo/bar.md)](foo/baz.md)",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void LinkInATicket_FailsNoPlan(string text) => Judge(Saying(text)).Passes("Q8");

    [Theory]
    [MemberData(nameof(Texts))]
    public void LinkInATicket_StaysReadable(string text) =>
        Assert.Contains(
            text,
            Judge(Saying(text)).Files.Text("tasks.json")!.Replace("\\\\", "\\", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal),
            StringComparison.Ordinal);

    private static Plan Saying(string text) => Sound with
    {
        Ticket = Sound.Ticket with { Summary = text, Description = text },
        Criteria = Sound.Criteria with { Items = [.. Sound.Criteria.Items.Select(c => c with { Text = text })] },
        Tasks = [.. Sound.Tasks.Select(t => t with { Title = text, Detail = text, Constraints = [text], Lookouts = [text], ManualVerification = text })],
        Tests = [.. Sound.Tests.Select(t => t with { Title = text })],
        Risks = [.. Sound.Risks.Select(r => r with { Title = text, Mitigation = text, Detection = text, Contingency = text })],
        Questions = [.. Sound.Questions.Select(q => q with { Text = text, Assumption = text, Answer = text })],
        Decisions = [.. Sound.Decisions.Select(d =>
            d with { Rationale = text, Decision = d.Decision with { Title = text, Context = text, Impact = text, ReviewTrigger = text } })],
        Opinions = [.. Sound.Opinions.Select(o => Saying(o, text))],
    };

    private static Opinion Saying(Opinion opinion, string text) => opinion with
    {
        Summary = text,
        Rationale = text,
        Gaps = [new(text, text)],
        Designs = [.. opinion.Designs.Select(d => Saying(d, text))],
    };

    private static Design Saying(Design design, string text) => design switch
    {
        ServiceDesign services => services with { Rules = [.. services.Rules.Select(r => r with { Text = text })] },
        ApiDesign api => api with { Endpoints = [.. api.Endpoints.Select(e => Saying(e, text))] },
        _ => design,
    };

    private static EndpointChange Saying(EndpointChange endpoint, string text) =>
        endpoint with { Purpose = text, Authorization = text, Errors = [new(404, "not-found", text)] };
}
