using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClientAuth.MockServer.Hosting;

/// <summary>
/// Learns why a handshake failed. Kestrel tells nobody, closes the connection and writes the exception to its log; so this is a log,
/// which gives it to the connection that the call belongs to.
/// </summary>
internal sealed class HandshakeLog : ILoggerProvider, ILogger
{
    private const string Category = "Microsoft.AspNetCore.Server.Kestrel.Https.Internal.HttpsConnectionMiddleware";

    private readonly AsyncLocal<ConnectionFacts?> _connection = new();

    /// <summary>What Kestrel logs for the rest of this call is about this connection.</summary>
    public void Watch(ConnectionFacts connection) => _connection.Value = connection;

    /// <summary>Kestrel logs a failure as a detail, below what is logged otherwise.</summary>
    public static void AddTo(ILoggingBuilder logging, HandshakeLog log) =>
        logging.AddProvider(log).AddFilter<HandshakeLog>(Category, LogLevel.Debug);

    public ILogger CreateLogger(string categoryName) => categoryName == Category ? this : NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (exception is not null)
        {
            _connection.Value?.HandshakeFailed(exception);
        }
    }

    public void Dispose() { }
}
