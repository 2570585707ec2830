namespace Planner.Specialists.Rules;

/// <summary>Names of the specialists that have rules, as their definitions state them; said here and nowhere else.</summary>
internal static class SpecialistNames
{
    public const string Database = "database";
    public const string Etl = "etl";
    public const string Service = "service";
    public const string Api = "api";
    public const string Frontend = "frontend";
    public const string Security = "security";
    public const string Performance = "performance";
    public const string Testing = "testing";
}
