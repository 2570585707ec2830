using System.Globalization;
using Planner.Core.Specialists;
using Planner.Core.Text.Words;

namespace Planner.Specialists.Models.Replies;

/// <summary>Local ids from the keys that a model gives: whatever it writes becomes kebab-case under the specialist's own name.</summary>
internal static class ReplyIds
{
    public static string Local(Consultation consultation, string key) => $"{consultation.Definition.Name}/{Words.Slug(Own(key.Trim(), consultation))}";

    /// <summary>
    /// An id of a part of another opinion, or else a local one. Of one that this one was not shown the id stays as it was written, and is
    /// judged when the plan is put together.
    /// </summary>
    public static string Reference(Consultation consultation, string key)
    {
        var id = key.Trim().Trim('`');
        return Others(consultation).Contains(id, StringComparer.Ordinal) || IsOfAnother(id.Split('/')[0], consultation) ? id : Local(consultation, key);
    }

    private static bool IsOfAnother(string name, Consultation consultation) =>
        name != consultation.Definition.Name
        && consultation.Assignment.Applying.Contains(name, StringComparer.Ordinal)
        && consultation.BuildsOn.All(o => o.Specialist != name);

    private static IEnumerable<string> Others(Consultation consultation) => consultation.BuildsOn.SelectMany(
        o => o.Tasks.Select(t => t.Id).Concat(o.Risks.Select(r => r.Id)).Concat(o.Decisions.Select(d => d.Id)));

    /// <summary>How many numbers are taken by ids like <c>api/test-3</c>.</summary>
    public static int Taken(IEnumerable<string> ids) => ids
        .Select(i => int.TryParse(i[(i.LastIndexOf('-') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .DefaultIfEmpty()
        .Max();

    /// <summary>Models repeat the specialist's name before the key, since they see full ids elsewhere.</summary>
    private static string Own(string key, Consultation consultation) =>
        key.StartsWith(consultation.Definition.Name + "/", StringComparison.Ordinal) ? key[(consultation.Definition.Name.Length + 1)..] : key;
}
