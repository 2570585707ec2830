using System.Globalization;
using System.Text.Json;
using Planner.Core.LanguageModels;
using Planner.Core.Text;

namespace Planner.Core.Artifacts.Spending;

/// <summary>
/// The shape of <c>spending/2026-12-01.json</c>, which all runs that share a store keep together: the calls of models on a day, by UTC.
/// A call counts on the day on which it was made.
/// </summary>
public sealed record SpendingDay
{
    /// <summary>Calls by their ids; a call that is asked for again after a kill has the same id.</summary>
    public SortedDictionary<string, SpentCall> Calls { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Runs that ask no more on this day, each with the limit that it reached.</summary>
    public SortedDictionary<string, string> Stopped { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Where a day is kept.</summary>
    public static string PathOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"spending/{day:yyyy-MM-dd}.json");

    /// <summary>What a day's document says; nothing spent where there is none.</summary>
    /// <exception cref="SpendingUnreadableException">It is no such document.</exception>
    public static SpendingDay Read(string? text, DateOnly day)
    {
        try
        {
            return text is null ? new SpendingDay() : Ordered((SpendingDay?)PlanJson.ReadWhole(text, typeof(SpendingDay)));
        }
        catch (JsonException fault)
        {
            throw new SpendingUnreadableException(PathOf(day), fault);
        }
    }

    /// <summary>With a call, in the place of one of the same id.</summary>
    public SpendingDay With(string id, SpentCall call) => this with { Calls = new(Calls, StringComparer.Ordinal) { [id] = call } };

    /// <summary>Without a call that cost nothing after all.</summary>
    public SpendingDay Without(string id) =>
        this with { Calls = new(Calls.Where(c => c.Key != id).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal), StringComparer.Ordinal) };

    /// <summary>With a run that asks no more.</summary>
    public SpendingDay Stopping(string runId, string limit) => this with { Stopped = new(Stopped, StringComparer.Ordinal) { [runId] = limit } };

    // What was deserialized is in the order of a culture.
    private static SpendingDay Ordered(SpendingDay? read) => read is not null && read.Calls.Values.All(c => c is not null)
        ? new() { Calls = new(read.Calls, StringComparer.Ordinal), Stopped = new(read.Stopped, StringComparer.Ordinal) }
        : throw new JsonException();
}
