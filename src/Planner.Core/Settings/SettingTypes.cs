using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace Planner.Core.Settings;

/// <summary>Settings whose text is not of the type that their options want, found before they are bound.</summary>
public static class SettingTypes
{
    /// <summary>
    /// One line for each, which names the setting as an environment variable and says how to write it. No value is repeated: it may
    /// be a secret that was pasted into the wrong place.
    /// </summary>
    /// <typeparam name="TOptions">Its defaults serve as examples.</typeparam>
    /// <param name="section">The section that the options are bound to.</param>
    /// <param name="lookup">The text of a key like <c>Jira:Retries</c>, or null.</param>
    public static IEnumerable<string> Faults<TOptions>(string section, Func<string, string?> lookup)
        where TOptions : new()
    {
        var defaults = new TOptions();
        foreach (var property in typeof(TOptions).GetProperties().Where(p => p.SetMethod?.IsPublic == true))
        {
            if (lookup($"{section}:{property.Name}") is { } text && Wrong(property, text) is { } wrong)
            {
                yield return string.Format(
                    CultureInfo.InvariantCulture,
                    wrong,
                    $"{section.Replace(":", "__", StringComparison.Ordinal)}__{property.Name}",
                    property.GetValue(defaults));
            }
        }
    }

    /// <summary>What to say, with places for the setting's name and default; null where the text will do.</summary>
    private static string? Wrong(PropertyInfo property, string text)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(IList<string>))
        {
            return text.Length == 0 ? null : "{0} is a list: set {0}__0, {0}__1 and so on.";
        }

        if (!type.IsValueType || (text.Length == 0 && type != property.PropertyType) || Converts(type, text))
        {
            return null;
        }

        return type switch
        {
            { IsEnum: true } => $"{{0}} must be {string.Join(" or ", Enum.GetNames(type))}, or unset.",
            _ when type == typeof(bool) => "{0} must be true or false, or unset.",
            _ when type == typeof(TimeSpan) => "{0} is no duration: write it like {1:c}, or unset it.",
            _ => "{0} is no number of its kind: write it like {1}, or unset it.",
        };
    }

    /// <summary>As the binder of configuration converts, so that both take the same texts; numbers are no names.</summary>
    private static bool Converts(Type type, string text)
    {
        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text) is { } value && (!type.IsEnum || Enum.IsDefined(type, value));
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or ArgumentException or NotSupportedException or InvalidCastException)
        {
            return false;
        }
    }
}
