using Npgsql;
using Shop.Data.Connections;

namespace Shop.Etl.Sales;

public sealed class WatermarkStore(IConnectionFactory connections) : IWatermarkStore
{
    private const string Select = "SELECT watermark FROM etl_watermarks WHERE job_name = @job_name";

    private const string Upsert = """
        INSERT INTO etl_watermarks (job_name, watermark, updated_at)
        VALUES (@job_name, @watermark, now())
        ON CONFLICT (job_name) DO UPDATE
        SET watermark = excluded.watermark, updated_at = excluded.updated_at
        """;

    public async Task<DateTimeOffset> ReadAsync(string jobName, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Select, connection);
        command.Parameters.AddWithValue("job_name", jobName);
        return await command.ExecuteScalarAsync(cancellationToken) is DateTime watermark
            ? new DateTimeOffset(watermark)
            : DateTimeOffset.UnixEpoch;
    }

    public async Task WriteAsync(string jobName, DateTimeOffset watermark, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Upsert, connection);
        command.Parameters.AddWithValue("job_name", jobName);
        command.Parameters.AddWithValue("watermark", watermark);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
