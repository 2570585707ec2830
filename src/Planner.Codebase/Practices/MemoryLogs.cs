using System.Text.Json;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Practices;

/// <summary>
/// Reads answers and decisions that a team keeps beside its code, in the shapes of our own logs or near them. An entry without
/// its words is passed over; a file that is no such document is told as missed.
/// </summary>
internal static class MemoryLogs
{
    public const string Clarifications = ".specify/memory/clarifications-log.json";
    public const string Decisions = ".specify/memory/technical-decisions-log.json";

    private const int Most = 200;
    private const int Longest = 400;
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    public static PracticeFacts Read(string path, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Tolerant);
            return path == Clarifications
                ? new PracticeFacts
                {
                    Answers = [.. Entries(document.RootElement, "questions", "clarifications", "answers").Select(Answer).OfType<EarlierAnswer>()],
                }
                : new PracticeFacts
                {
                    Decided = [.. Entries(document.RootElement, "decisions")
                    .Select(e => Decision(e, Said(document.RootElement, "ticket")))
                    .OfType<EarlierDecision>()]
                };
        }
        catch (JsonException)
        {
            return new PracticeFacts { Missed = "Logs of earlier answers and decisions that are no valid JSON were left out" };
        }
    }

    private static IEnumerable<JsonElement> Entries(JsonElement root, params string[] names)
    {
        var list = root.ValueKind == JsonValueKind.Array ? root
            : names
                .Select(n => root.ValueKind == JsonValueKind.Object && root.TryGetProperty(n, out var found) ? found : default)
                .FirstOrDefault(f => f.ValueKind == JsonValueKind.Array);
        return list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).Take(Most) : [];
    }

    private static EarlierAnswer? Answer(JsonElement entry)
    {
        var (question, answer) = (Said(entry, "text", "question"), Said(entry, "answer", "clarification"));
        return question.Length == 0 || answer.Length == 0 ? null : new EarlierAnswer(Ticket(entry, "", Clarifications), Said(entry, "id"), question, answer);
    }

    private static EarlierDecision? Decision(JsonElement entry, string ticket)
    {
        var (title, option) = (Said(entry, "title", "question"), Said(entry, "option"));
        var decision = Said(entry, "decision", "choice") is { Length: > 0 } said ? said : option;
        return title.Length == 0 || decision.Length == 0 ? null : new EarlierDecision
        {
            Source = Ticket(entry, ticket, Decisions),
            Id = Said(entry, "id"),
            Key = Said(entry, "key") is { Length: > 0 } key ? key : null,
            OptionKey = KeyOf(entry, option),
            Title = title,
            Category = Said(entry, "category"),
            Decision = decision,
            Status = Said(entry, "status"),
            Rationale = Said(entry, "rationale"),
            ReviewTrigger = Said(entry, "review_trigger", "reviewTrigger"),
        };
    }

    private static string? KeyOf(JsonElement entry, string option) =>
        entry.TryGetProperty("options", out var options) && options.ValueKind == JsonValueKind.Array
            ? options.EnumerateArray().Where(o => Said(o, "id") == option).Select(o => Said(o, "key")).FirstOrDefault(k => k.Length > 0)
            : null;

    private static string Ticket(JsonElement entry, string ofFile, string file) =>
        Said(entry, "ticket") is { Length: > 0 } own ? own : ofFile.Length > 0 ? ofFile : file;

    private static string Said(JsonElement entry, params string[] names)
    {
        foreach (var name in names)
        {
            if (entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
            {
                var text = value.GetString()!.ReplaceLineEndings(" ").Trim();
                return text.Length > Longest ? text[..Longest] + "…" : text;
            }
        }

        return "";
    }
}
