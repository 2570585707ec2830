using System.ComponentModel.DataAnnotations;

namespace Shop.Api.Payments;

public sealed class PaymentGatewayOptions
{
    public const string Section = "PaymentGateway";

    [Required]
    public Uri? BaseUrl { get; set; }

    /// <summary>For one call, from 1 second to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}
