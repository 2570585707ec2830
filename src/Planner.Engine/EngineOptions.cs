using System.ComponentModel.DataAnnotations;

namespace Planner.Engine;

/// <summary>Settings of the embedded engine.</summary>
public sealed class EngineOptions
{
    /// <summary>The file name of the database in the data directory.</summary>
    public const string DatabaseFile = "engine.db";

    /// <summary>Folder of the database and its lock; created when missing. No default.</summary>
    [Required(ErrorMessage = "Give the engine a data directory.")]
    public required string DataDirectory { get; set; }

    /// <summary>Steps that run at once, over all runs. 1 to 1000, default 32.</summary>
    [Range(1, 1000, ErrorMessage = "MaxConcurrentSteps must be 1 to 1000.")]
    public int MaxConcurrentSteps { get; set; } = 32;

    /// <summary>How long a run that waits stays in memory. 1 millisecond to 1 hour, default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00", ErrorMessage = "IdleTime must be 1 millisecond to 1 hour.")]
    public TimeSpan IdleTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the id of a purged run stays taken. 0 to 365 days, default 7 days.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00", ErrorMessage = "PurgeMarker must be 0 to 365 days.")]
    public TimeSpan PurgeMarker { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long closing waits for steps under way, which are told to stop. 0 to 5 minutes, default 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00", ErrorMessage = "StopTimeout must be 0 to 5 minutes.")]
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ValidationException">A setting is out of its range; the message says which and what is allowed.</exception>
    public void Validate() => Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
}
