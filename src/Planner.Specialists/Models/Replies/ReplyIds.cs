using System.Text;
using Planner.Core.Specialists;

namespace Planner.Specialists.Models.Replies;

/// <summary>Local ids from the keys that a model gives: whatever it writes becomes kebab-case under the specialist's own name.</summary>
internal static class ReplyIds
{
    private const int Longest = 80;

    public static string Local(Consultation consultation, string key) => $"{consultation.Definition.Name}/{Slug(Own(key, consultation))}";

    /// <summary>Models repeat the specialist's name before the key, since they see full ids elsewhere.</summary>
    private static string Own(string key, Consultation consultation) =>
        key.StartsWith(consultation.Definition.Name + "/", StringComparison.Ordinal) ? key[(consultation.Definition.Name.Length + 1)..] : key;

    private static string Slug(string key)
    {
        var slug = new StringBuilder();
        foreach (var c in key.Trim())
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '_' or '.')
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? "item" : text.Length > Longest ? text[..Longest].TrimEnd('-') : text;
    }
}
