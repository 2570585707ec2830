using Microsoft.Extensions.Options;

namespace Planner.Core.Settings;

/// <summary>Reads several sections before anything is started, so that all that is wrong is told at once and not one fault a start.</summary>
public sealed class SettingFaults
{
    private readonly List<string> found = [];

    /// <summary>Reads each; faults of one keep none of the others back.</summary>
    /// <exception cref="OptionsValidationException">Something is wrong; a failure for each setting, in the order of the sections.</exception>
    public static void Check(params ReadOnlySpan<Action> sections)
    {
        var faults = new SettingFaults();
        foreach (var section in sections)
        {
            faults.Gather(section);
        }

        if (faults.found.Count > 0)
        {
            throw new OptionsValidationException("Settings", typeof(SettingFaults), faults.found.Distinct(StringComparer.Ordinal));
        }
    }

    private void Gather(Action section)
    {
        try
        {
            section();
        }
        catch (OptionsValidationException wrong)
        {
            found.AddRange(wrong.Failures);
        }
    }
}
