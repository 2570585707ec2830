using Planner.Core.Opinions;
using Planner.Core.Specialists;

namespace Planner.Specialists.Models.Packing;

/// <summary>What is particular to one specialist in one round: its criteria, what others planned, what was settled, what is new.</summary>
internal static class PanelText
{
    private const string Nothing = "Nothing.";

    public static string Assigned(Consultation consultation) =>
        consultation.Assignment.Of(consultation.Definition.Name) is { Count: > 0 } own
            ? string.Join(", ", own)
            : "none; you judge the work of others and speak where something is missing in it";

    public static string Others(Consultation consultation) => string.Join('\n', consultation.Assignment.Owned
        .Where(o => o.Key != consultation.Definition.Name && o.Value.Count > 0)
        .Select(o => $"The {o.Key} specialist has {string.Join(", ", o.Value)}."));

    public static string BuildsOn(Consultation consultation) =>
        string.Join('\n', consultation.BuildsOn.Where(o => o.Applies).Select(OpinionText.Of)) is { Length: > 0 } text ? text : Nothing;

    public static string Settled(Consultation consultation) => Lines(consultation.Decisions
        .Select(d =>
            $"{d.Decision.Key}: {d.Decision.Title} — {d.Chosen.Title} ({(d.Status == DecisionStatus.Provisional ? "PROVISIONAL, by deadline" : "decided")}). "
                + $"{d.Rationale}")
        .Concat(consultation.Answers.Select(a => $"{a.Question.Key}: {a.Question.Text} — {a.Answer}")));

    /// <summary>What it said itself, which it only corrects.</summary>
    public static string Before(Consultation consultation) => consultation.Before is { Applies: true } before
        ? $"{OpinionText.Of(before)}\nYour confidence was {before.Confidence}: {Fence.Line(before.Rationale)}\n"
            + "All of it stays word for word but for what you write again under the same key, name or topic, add, or put into `drop`. Tests of a task "
            + "are written "
            + "again together. Keep keys and signatures that others rely on. The summary is of the whole part, not of what changed. Look up what you "
            + "have not read."
        : Nothing;

    /// <summary>What it did not know and was found out, and what the review found. That a thing exists it could have looked up itself.</summary>
    public static string News(Consultation consultation) => Lines(consultation.Research
        .Where(n => !n.TellsOnlyThatItExists && (consultation.Before is null || consultation.Before.Gaps.Any(g => g.Subject == n.Gap)))
        .Select(n => $"found out about {n.Gap}: {n.Fact} ({n.Source})")
        .Concat(consultation.Findings.Select(f => $"the review found in your part: {f.Message}")));

    private static string Lines(IEnumerable<string> lines) =>
        string.Join('\n', lines.Select(Fence.Line).Select(l => "- " + l)) is { Length: > 0 } text ? $"<<<\n{text}\n>>>" : Nothing;
}
