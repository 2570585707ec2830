namespace Planner.Codebase.CSharp;

/// <summary>Names of framework and library types through which a program speaks with another: whoever mentions one leaves the process.</summary>
internal static class Transports
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "HttpClient", "IHttpClientFactory", "HttpMessageInvoker", "WebClient", "HttpWebRequest", "RestClient", "IRestClient", "FlurlClient", "IFlurlClient",
        "SmtpClient", "ISmtpClient", "ISendGridClient", "SendGridClient", "TcpClient", "UdpClient", "Socket", "ClientWebSocket", "NetworkStream",
        "GrpcChannel", "CallInvoker", "ServiceBusClient", "ServiceBusSender", "EventHubProducerClient", "QueueClient", "BlobServiceClient",
        "BlobContainerClient",
        "IConnectionFactory", "ConnectionFactory", "IProducer", "ProducerBuilder", "IPublishEndpoint", "ISendEndpointProvider", "IMessageSession",
        "IAmazonSQS", "AmazonSQSClient", "IAmazonSimpleNotificationService", "IAmazonS3", "AmazonS3Client", "PublisherClient", "SshClient", "SftpClient",
        "FtpClient",
    };

    /// <summary>Those among the names, sorted.</summary>
    public static IReadOnlyList<string> Among(IEnumerable<string> names) =>
        [.. names.Where(Names.Contains).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
