namespace Shop.Data.Connections;

/// <summary>Enumerations are stored as lower-case text, which the check constraints list.</summary>
internal static class DbText
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        value.ToString().ToLowerInvariant();

    public static T Parse<T>(string text)
        where T : struct, Enum =>
        Enum.Parse<T>(text, ignoreCase: true);
}
