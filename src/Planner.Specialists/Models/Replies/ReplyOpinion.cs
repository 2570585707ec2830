using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Specialists;

namespace Planner.Specialists.Models.Replies;

/// <summary>
/// Makes an opinion of what a model replied. Ids, owners, estimates and commands are made here from what is known; the guard judges
/// the rest. Nothing of a reply is taken as an instruction, a command or a decision that people took.
/// </summary>
internal static partial class ReplyOpinion
{
    private const string Nothing = "Nothing to do";

    public static Opinion Of(OpinionReply reply, Consultation consultation)
    {
        var name = consultation.Definition.Name;
        if (!reply.Applies)
        {
            return new Opinion
            {
                Specialist = name,
                Round = consultation.Round,
                Applies = false,
                Confidence = 10,
                Rationale = $"nothing to do: {Sentence(Bare(reply.Summary))}",
            };
        }

        var work = new ReplyTasks(consultation, reply);
        var said = new Opinion
        {
            Specialist = name,
            Round = consultation.Round,
            Applies = true,
            Confidence = Math.Clamp(reply.Confidence, 1, 10),
            Rationale = Sentence(reply.Doubt),
            Evidence = [.. reply.Evidence.Select(Place).Where(e => e.Length > 0).Distinct(StringComparer.Ordinal)],
            Summary = reply.Summary.Trim(),
            Gaps = [.. reply.Unknowns.Select(Unknown).OfType<Gap>()],
            Tasks = work.Tasks(),
            Tests = work.Tests(),
            Risks = [.. reply.Risks.Select((r, i) => Threat(r, i, consultation))],
            Decisions = [.. reply.Decisions.Select((d, i) => ReplyDecisions.Of(d, i, consultation))],
            Questions = [.. reply.Questions.Select((q, i) => ReplyDecisions.Of(q, i, consultation))],
            Designs = [.. ReplyDesigns.Of(reply, consultation)],
        };
        return ReplyMerge.Of(consultation.Before, said, consultation, reply.Drop);
    }

    /// <summary>The place of a line of evidence, of several lines the first; what it shows is the model's and proves nothing.</summary>
    private static string Place(string line)
    {
        var place = line.Split(" -- ", 2)[0].Trim().Trim('`');
        return Range().Replace(place, "$1");
    }

    private static Gap? Unknown(string line)
    {
        var parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
        return parts is [{ Length: > 0 } subject, { Length: > 0 } text] ? new(subject, text)
            : line.Trim() is { Length: > 0 } whole ? new(whole, whole)
            : null;
    }

    private static Risk Threat(RiskReply risk, int place, Consultation consultation) => new()
    {
        Id = ReplyIds.Local(consultation, $"risk-{ReplyIds.Taken((consultation.Before?.Risks ?? []).Select(r => r.Id)) + place + 1}"),
        Title = risk.Title,
        Probability = risk.Probability,
        Impact = risk.Impact,
        Owner = consultation.Definition.Owner,
        Mitigation = risk.Mitigation,
        Contingency = risk.Contingency,
        Detection = risk.Detection,
        Tasks = [.. risk.Tasks.Select(t => ReplyIds.Reference(consultation, t))],
    };

    [GeneratedRegex(@"(:[0-9]+)-[0-9]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Range();

    /// <summary>Models repeat the words that stand before it.</summary>
    private static string Bare(string summary) =>
        summary.TrimStart().StartsWith(Nothing, StringComparison.OrdinalIgnoreCase)
            ? summary.TrimStart()[Nothing.Length..].TrimStart(':', '.', ',', ' ')
            : summary;

    private static string Sentence(string text) => text.Trim() is { Length: > 0 } said ? said.TrimEnd('.') + "." : "The model gave no reason.";
}
