using System.Text.Json.Serialization;
using ClientAuth.Protocol.Json;

namespace ClientAuth.Lab.Mistakes;

/// <summary>Where a mistake lies, and so where to look for it.</summary>
[JsonConverter(typeof(NamedValue<MistakeSide>))]
public enum MistakeSide
{
    /// <summary>A file that the client reads: a key, a certificate, a secret.</summary>
    File,

    /// <summary>The client's program, library or configuration, before anything is sent.</summary>
    Tool,

    /// <summary>What crosses the wire.</summary>
    Request,

    /// <summary>What the server knows of the client.</summary>
    Registration,

    /// <summary>The server, or what stands before it.</summary>
    Server,
}
