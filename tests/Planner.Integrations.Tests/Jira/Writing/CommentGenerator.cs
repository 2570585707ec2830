using Planner.Core.Conversation.Comments;

namespace Planner.Integrations.Tests.Jira.Writing;

/// <summary>Comments of plans by chance, with foreign text wherever foreign text comes.</summary>
internal sealed class CommentGenerator(int seed)
{
    private static readonly string[] Verdicts = ["APPROVED", "APPROVED WITH PROVISIONAL DECISIONS", "NEEDS ATTENTION"];
    private readonly MarkdownGenerator chance = new(seed);

    public PlanCommentModel Next() => chance.Next(3) switch
    {
        0 => new PlanCommentModel.Asking("SHOP-1", Text(), Many(5, Text), Text()),
        1 => new PlanCommentModel.Waiting("SHOP-1")
        {
            RunId = "SHOP-1-t" + chance.Next(99),
            From = Many(3, Text),
            Until = new DateTimeOffset(2026, 3, 1 + chance.Next(28), 9, 0, 0, TimeSpan.Zero),
            Decisions = Many(40, () => new OpenDecision("TD001", Text(), Many(4, () => new OpenOption("A", Text())), "A", Text())),
            Questions = Questions(),
            Confidence = Confidence(),
        },
        _ => new PlanCommentModel.Done("SHOP-1")
        {
            RunId = "SHOP-1-t" + chance.Next(99),
            Version = 1 + chance.Next(9),
            Verdict = Verdicts[chance.Next(3)],
            FailedGates = Many(3, Text),
            Confidence = Confidence(),
            Decisions = Many(40, () => new TakenDecision("TD001", Text(), Text(), chance.Next(2) == 0, Text(), Text())),
            Risks = Many(3, () => new TopRisk("R001", Text(), Text(), Text())),
            Questions = Questions(),
            Stories = chance.Next(2) == 0 ? "" : "3 of 4 stories",
            Work = "12 tasks in 4 waves, 20 to 61 hours, most likely 34",
            Location = Text(),
        },
    };

    private string Text() => chance.Foreign();

    private IReadOnlyList<OpenQuestion> Questions() => Many(8, () => new OpenQuestion("Q001", Text(), Text(), Text(), chance.Next(2) == 0));

    private IReadOnlyList<SpecialistConfidence> Confidence() => Many(12, () => new SpecialistConfidence(Text(), 1 + chance.Next(10), Text()));

    private List<T> Many<T>(int most, Func<T> one) => [.. Enumerable.Range(0, chance.Next(most + 1)).Select(_ => one())];
}
