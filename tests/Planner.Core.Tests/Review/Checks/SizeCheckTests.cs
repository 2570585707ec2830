using System.Text.RegularExpressions;
using Planner.Core.Artifacts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review.Checks;

public sealed class SizeCheckTests
{
    private const string Master = "implementation.md";
    private const string Summary = "executive-summary.md";
    private const string Sentence =
        "Every return that a customer asks for within the window of thirty days is kept with its order and its reason until it is closed.";

    [Fact]
    public void SoundPlan_PassesAndCountsWords()
    {
        Judge(Sound).Passes("Q15");
        Assert.Matches($"^Words outside of code: [1-9][0-9]+; pages: [1-9][0-9]*; tasks: {Sound.Tasks.Count}\\.$", Judge(Sound).Reason("Q15"));
    }

    [Fact]
    public void PageThatIsLongerThanTheWorkDeserves_IsFound() =>
        Judge(Sound, s => s.Edited("risks.md", "- Probability", $"{Words(1_340)}\n- Probability")).Finds("Q15.long", "risks.md", severity: Severity.Warning);

    [Fact]
    public void PagesThatAreLongTogether_AreFound()
    {
        var judged = Judge(Sound, s => new[] { "risks.md", "questions.md", "tasks.md", "research.md" }.Aggregate(
            s,
            (set, path) => set.With(new Artifact(path, $"{set.Text(path)}\n{Words(500, path[1])}.\n"))));

        Assert.Contains(
            "The pages hold",
            judged.Finds("Q15.long", judged.Files.Files.First(f => f.Path.EndsWith(".md", StringComparison.Ordinal)).Path, severity: Severity.Warning).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void WordsInCode_AreNotCounted() =>
        Judge(Sound, s => s.Edited("risks.md", "- Probability", $"```text\n{Words(5_000)}\n```\n\n- Probability")).Passes("Q15");

    [Fact]
    public void MasterThatSaysTooLittle_IsFound() =>
        Judge(Sound, s => s.With(new Artifact(Master, "# Implementation: SHOP-101\n\n## Executive summary\n\n" + Counts(s) + "\n"))).Finds(
            "Q15.thin",
            Master,
            severity: Severity.Warning);

    [Fact]
    public void SummaryOfTheMasterBeyondAPage_IsFound() =>
        Judge(Sound, s => s.With(new Artifact(Master, s.Text(Master)!.Replace(Counts(s), $"{Counts(s)}\n\n{Words(501)}", StringComparison.Ordinal)))).Finds(
            "Q15.summary",
            Master,
            severity: Severity.Warning);

    [Fact]
    public void ExecutiveSummaryBeyondAPage_IsFound() =>
        Judge(Sound, s => s.With(new Artifact(Summary, s.Text(Summary) + $"\n{Words(501)}\n"))).Finds("Q15.summary", Summary, severity: Severity.Warning);

    [Theory]
    [InlineData("Acceptance criteria with a task and a test", 0)]
    [InlineData("Acceptance criteria with a task and a test", 1)]
    [InlineData("Tasks due", 0)]
    [InlineData("Tasks only if a decision changes", 0)]
    [InlineData("Effort in hours", 0)]
    [InlineData("Effort in hours", 1)]
    [InlineData("Effort in hours", 2)]
    [InlineData("Working days for one person", 0)]
    [InlineData("Tests planned", 0)]
    [InlineData("Risks", 0)]
    [InlineData("Risks", 1)]
    [InlineData("Decisions", 0)]
    [InlineData("Decisions", 1)]
    [InlineData("Questions open", 0)]
    [InlineData("Lowest confidence", 0)]
    public void FigureOfTheExecutiveSummaryThatIsWrong_IsFoundAtItsRow(string measure, int which)
    {
        var judged = Judge(
            Sound,
            s => s.With(new Artifact(Summary, string.Join(
                '\n',
                s.Text(Summary)!.Split('\n').Select(l => l.StartsWith($"| {measure} |", StringComparison.Ordinal) ? Miscounted(l, which) : l)))));

        judged.Finds("Q15.figures", Summary, severity: Severity.Warning, at: $"| {measure} |");
    }

    [Fact]
    public void FigureThatIsMissing_IsFound() =>
        Judge(Sound, s => s.Edited(Summary, "| Risks |", "| Hazards |")).Finds("Q15.figures", Summary, severity: Severity.Warning);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void FiguresOfTheMasterThatAreWrong_AreFoundAtItsSummary(int which) =>
        Judge(Sound, s => s.With(new Artifact(Master, s.Text(Master)!.Replace(Counts(s), Miscounted(Counts(s), which), StringComparison.Ordinal))))
            .Finds("Q15.figures", Master, severity: Severity.Warning, at: "## Executive summary");

    [Theory]
    [InlineData("risks.json")]
    [InlineData("tasks.json")]
    [InlineData("questions.json")]
    [InlineData("technical-decisions-log.json")]
    public void SourceThatHoldsFewerThanTheSummaryCounts_IsFound(string source)
    {
        var fewer = Sound with { Risks = [], Questions = [], Decisions = [], Tasks = [.. Sound.Tasks.Take(3)], Tests = [.. Sound.Tests.Take(3)] };

        Assert.Contains(JudgeTold(fewer, source).Report.Findings, f => f is { Code: "Q15.figures", Severity: Severity.Warning, Artifact: Summary, Line: > 0 });
    }

    [Theory]
    [InlineData(Sentence)]
    [InlineData("Every return that a customer asks for within the window of thirty days is kept with its order and its reason until it is done.")]
    public void ParagraphInTwoFiles_IsFoundInTheSecond(string again) =>
        Judge(Sound, s => s.Edited("risks.md", "- Probability", Sentence + "\n- Probability").Edited(
            "questions.md",
            "# Questions: SHOP-101\n",
            "# Questions: SHOP-101\n\n" + again + "\n")).Finds("Q15.twice", "risks.md", severity: Severity.Warning, at: Sentence);

    [Theory]
    [InlineData("Another return that somebody wants after the window of thirty days is refused, and the order says since when and by whom it was so.")]
    [InlineData("Every return is kept until it is closed.")]
    public void ParagraphThatSaysSomethingElse_IsFine(string other) =>
        Judge(Sound, s => s
            .Edited("risks.md", "- Probability", Sentence + "\n- Probability")
            .Edited("questions.md", "# Questions: SHOP-101\n", "# Questions: SHOP-101\n\n" + other + "\n")).Passes("Q15");

    /// <summary>With another number in one place.</summary>
    private static string Miscounted(string text, int which)
    {
        var number = Regex.Matches(text, "[0-9.]*[0-9]", RegexOptions.None, TimeSpan.FromSeconds(5))[which];
        return $"{text[..number.Index]}99{text[(number.Index + number.Length)..]}";
    }

    private static string Words(int count, char first = 'w') => string.Join(' ', Enumerable.Range(0, count).Select(i => $"{first}{i}"));

    /// <summary>The first paragraph of the master plan's summary.</summary>
    private static string Counts(ArtifactSet set) => set.Text(Master)!.Split("## Executive summary\n\n")[1].Split('\n')[0];
}
