using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace ClientAuth.Credentials.KeyStorage;

/// <summary>
/// Access lists of Windows with the current user alone. They are protected: rights of the folder above, such as those of all
/// users on a drive beside the system's, are not inherited.
/// </summary>
[SupportedOSPlatform("windows")]
internal static class OwnerOnlyAccess
{
    public static FileSecurity ForFile()
    {
        var security = new FileSecurity();
        Restrict(security, InheritanceFlags.None);
        return security;
    }

    /// <summary>Holds for what is made in the folder, too.</summary>
    public static DirectorySecurity ForFolder()
    {
        var security = new DirectorySecurity();
        Restrict(security, InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit);
        return security;
    }

    private static void Restrict(FileSystemSecurity security, InheritanceFlags inheritance)
    {
        using var identity = WindowsIdentity.GetCurrent();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        security.AddAccessRule(
            new FileSystemAccessRule(
                identity.User!,
                FileSystemRights.FullControl,
                inheritance,
                PropagationFlags.None,
                AccessControlType.Allow
            )
        );
    }
}
