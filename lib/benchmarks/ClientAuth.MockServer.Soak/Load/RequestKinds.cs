using ClientAuth.MockServer.Soak.World;

namespace ClientAuth.MockServer.Soak.Load;

/// <summary>All kinds of requests, right and wrong in turns, with the connections that they share.</summary>
internal sealed class RequestKinds : IDisposable
{
    private readonly SoakHttp _plain;
    private readonly SoakHttp _tls;
    private readonly SoakHttp _selfSigned;

    public RequestKinds(SoakWorld world)
    {
        _plain = new SoakHttp(world);
        _tls = new SoakHttp(world, world.Certificate);
        _selfSigned = new SoakHttp(world, world.OwnCertificate);
        All =
        [
            .. new TokenRequests(world, _plain, _tls, _selfSigned).Kinds(),
            .. new WrongTokenRequests(world, _plain, _tls).Kinds(),
            .. new TokenLives(world, _plain).Kinds(),
            .. new Registrations(world, _plain).Kinds(),
            .. new RawConnections(world).Kinds(),
        ];
    }

    public IReadOnlyList<RequestKind> All { get; }

    public void Dispose()
    {
        _plain.Dispose();
        _tls.Dispose();
        _selfSigned.Dispose();
    }
}
