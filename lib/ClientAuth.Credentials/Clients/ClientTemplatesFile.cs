using ClientAuth.Protocol;

namespace ClientAuth.Credentials.Clients;

/// <summary>A JSON file with an array of client templates, such as <c>data/client-templates.json</c>.</summary>
public static class ClientTemplatesFile
{
    /// <summary>Reads the templates strictly, in the file's order. What a template may hold is the server's to judge.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A template is wrong; the message names file, place and field.</exception>
    public static IReadOnlyList<ClientTemplate> Read(string path)
    {
        var templates = JsonListFile.Read(
            path,
            "templates",
            "client templates",
            ProtocolJson.Default.IReadOnlyListClientTemplate
        );
        foreach (var (index, template) in templates.Index())
        {
            // The serializer checks members for null, not the elements of a list.
            if (template is null || template.SetByDevice.Contains(null!))
            {
                throw new InvalidDataException(
                    $"{path}: template [{index}] is null, or its set_by_device holds null; leave it out."
                );
            }
        }

        return templates;
    }
}
