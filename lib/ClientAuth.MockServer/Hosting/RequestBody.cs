using Microsoft.AspNetCore.Http;

namespace ClientAuth.MockServer.Hosting;

/// <summary>What came of reading a body.</summary>
/// <param name="Length">In bytes, as far as it was read.</param>
/// <param name="Problem">Why it could not be read to its end, or null.</param>
internal sealed record RequestBody(long Length, BodyProblem? Problem = null);

/// <summary>Why a body cannot be read to its end. The connection is then of no more use.</summary>
/// <param name="Status">Of the refusal.</param>
/// <param name="Seen">In words that quote nothing.</param>
internal sealed record BodyProblem(int Status, string Seen)
{
    /// <summary>
    /// What Kestrel throws: a refusal with its status, and for chunks whose size is beyond every number, or a connection that breaks,
    /// an exception without one.
    /// </summary>
    public static BodyProblem Of(IOException problem) =>
        problem switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new(
                StatusCodes.Status413PayloadTooLarge,
                "more than is read at all"
            ),
            BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => new(
                StatusCodes.Status408RequestTimeout,
                "a body that comes too slowly"
            ),
            BadHttpRequestException { StatusCode: var status } => new(status, "a body that breaks off"),
            { InnerException: OverflowException } => new(StatusCodes.Status400BadRequest, "a chunk beyond every size"),
            _ => new(StatusCodes.Status400BadRequest, "a connection that breaks off"),
        };
}
