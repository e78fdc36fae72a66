using ClientAuth.Lab.Gallery;

namespace ClientAuth.Lab.Tests.Gallery;

/// <summary>The gallery of all tests of a class: each case runs at a server of its own, and to open it makes many keys.</summary>
public sealed class OpenGallery : IDisposable
{
    public FailureGallery Gallery { get; } = FailureGallery.Open();

    public void Dispose() => Gallery.Dispose();
}
