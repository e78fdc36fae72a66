using ClientAuth.Protocol.Recording;

namespace ClientAuth.Visuals.Gallery;

/// <summary>A case that has just been run, with all that a reader may want to see of it.</summary>
public sealed record ShownCase
{
    /// <summary>As the catalogue has it.</summary>
    public required string Id { get; init; }

    /// <summary>What is sent.</summary>
    public required string Title { get; init; }

    /// <summary>Why it matters, in a sentence.</summary>
    public required string Why { get; init; }

    /// <summary>The method whose client sent it.</summary>
    public required string Method { get; init; }

    /// <summary>The name of its group, and what the server asks there.</summary>
    public required GalleryGroup Group { get; init; }

    /// <summary>Where the rule stands.</summary>
    public required string Specification { get; init; }

    /// <summary>What the client was told, in a few words.</summary>
    public required string Response { get; init; }

    /// <summary>What is prepared and does not show in the request, such as a policy of the server; none where all is as usual.</summary>
    public IReadOnlyList<string> Setting { get; init; } = [];

    /// <summary>Requests that came first.</summary>
    public IReadOnlyList<RecordedExchange> Before { get; init; } = [];

    /// <summary>The request of the case; null where the server never saw one.</summary>
    public RecordedExchange? Sent { get; init; }

    /// <summary>The mended request, or the one after a success; null where none was sent.</summary>
    public RecordedExchange? Mended { get; init; }
}
