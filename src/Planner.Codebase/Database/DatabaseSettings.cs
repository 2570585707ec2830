using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Core.Grounding.Facts;
using Planner.Core.Settings;

namespace Planner.Codebase.Database;

/// <summary>The section <c>Database</c> of a host's configuration.</summary>
public static class DatabaseSettings
{
    /// <summary>A reader of the database that is configured, or null. Nothing is opened.</summary>
    /// <exception cref="OptionsValidationException">The connection string is none; shows no secret.</exception>
    public static PostgresSchemaReader? Read(IConfiguration configuration)
    {
        try
        {
            var options = BoundSection.Bind<DatabaseOptions>(configuration, DatabaseOptions.Section);
            return options.ConnectionString is { Length: > 0 } connection ? new PostgresSchemaReader(connection) : null;
        }
        catch (DatabaseUnreadableException e)
        {
            throw new OptionsValidationException(DatabaseOptions.Section, typeof(DatabaseOptions), [$"Database__ConnectionString: {e.Message}"]);
        }
    }
}
