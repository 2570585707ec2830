namespace Planner.Core.Planning.Retention;

/// <summary>How long ended runs are kept: the section <c>Retention</c> (<c>Retention__Days</c> in the environment).</summary>
public sealed class RetentionOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Retention";

    /// <summary>Longest time, in days.</summary>
    public const int MostDays = 3650;

    /// <summary>
    /// Days after its end for which a run is kept with its history, answers, journal and working folder; 0 keeps all for ever. 0 to
    /// 3650. Default: 30. Plans are never deleted.
    /// </summary>
    public int Days { get; set; } = 30;

    /// <summary>What is wrong with the settings, and how to mend it.</summary>
    public IEnumerable<string> Faults()
    {
        if (Days is < 0 or > MostDays)
        {
            yield return $"Retention__Days must be 0 (runs are kept for ever) to {MostDays} days.";
        }
    }
}
