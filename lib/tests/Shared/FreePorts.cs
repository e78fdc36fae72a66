using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Tests.Shared;

/// <summary>
/// Ports that are free. They lie below those that the system gives out by itself, so that no connection gets one before a server listens
/// there; another test process that also asks for a pair might.
/// </summary>
internal static class FreePorts
{
    private const int Lowest = 20_000;
    private const int Highest = 32_000;

    public static (int First, int Second) Pair()
    {
        while (true)
        {
            var first = RandomNumberGenerator.GetInt32(Lowest, Highest);
            if (IsFree(first) && IsFree(first + 1))
            {
                return (first, first + 1);
            }
        }
    }

    private static bool IsFree(int port) => IsFree(IPAddress.Loopback, port) && IsFree(IPAddress.IPv6Loopback, port);

    private static bool IsFree(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException problem)
        {
            // A machine without IPv6 has nobody who listens there.
            return problem.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported;
        }
    }
}
