using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Architecture.Tests;

/// <summary>No room keeps mutable static state: two cells, two notebooks or two tests would disturb each other.</summary>
public sealed class StateTests
{
    private const BindingFlags StaticFields =
        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static TheoryData<string> AllRooms => Rooms.All;

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void Static_fields_are_constant(string room)
    {
        var changeable = Fields(room).Where(field => !field.IsLiteral && !field.IsInitOnly).Select(Name);

        Assert.Empty(changeable);
    }

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void Static_fields_hold_no_collection_that_can_change(string room)
    {
        var changeable = Fields(room).Where(field => IsChangeable(field.FieldType)).Select(Name);

        Assert.Empty(changeable);
    }

    private static IEnumerable<FieldInfo> Fields(string room) =>
        Rooms
            .Load(room)
            .GetTypes()
            .Where(type => !IsGenerated(type))
            .SelectMany(type => type.GetFields(StaticFields))
            .Where(field => !IsGenerated(field) || field.Name.EndsWith("k__BackingField", StringComparison.Ordinal));

    // Compilers cache delegates and constants in static fields of their own, and source generators their tables.
    private static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute))
        || member.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute))
        || member.Name.StartsWith('<')
        || (member.DeclaringType is { } outer && IsGenerated(outer));

    private static bool IsChangeable(Type type) =>
        !type.IsArray
        && type.Namespace is "System.Collections.Generic" or "System.Collections.Concurrent" or "System.Collections"
        && !type.IsInterface
        && typeof(IEnumerable).IsAssignableFrom(type);

    private static string Name(FieldInfo field) => $"{field.DeclaringType}.{field.Name}";
}
