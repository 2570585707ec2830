using Planner.Core.Specialists;
using Planner.Core.Text.Words;

namespace Planner.Specialists.Models.Replies;

/// <summary>Local ids from the keys that a model gives: whatever it writes becomes kebab-case under the specialist's own name.</summary>
internal static class ReplyIds
{
    public static string Local(Consultation consultation, string key) => $"{consultation.Definition.Name}/{Words.Slug(Own(key.Trim(), consultation))}";

    /// <summary>Models repeat the specialist's name before the key, since they see full ids elsewhere.</summary>
    private static string Own(string key, Consultation consultation) =>
        key.StartsWith(consultation.Definition.Name + "/", StringComparison.Ordinal) ? key[(consultation.Definition.Name.Length + 1)..] : key;
}
