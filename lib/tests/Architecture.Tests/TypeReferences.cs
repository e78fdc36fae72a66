using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Architecture.Tests;

/// <summary>Which types of an assembly a type uses, in signatures and in code. A constant leaves no trace: the compiler copies its value.</summary>
internal static class TypeReferences
{
    /// <summary>The types of the same assembly that stand in a namespace themselves; what is nested counts for the type around it.</summary>
    public static IReadOnlySet<TypeDefinition> Of(TypeDefinition type)
    {
        var used = WithNested(type).SelectMany(OfOne).SelectMany(Parts);
        return used.Where(reference => !reference.IsGenericParameter && reference.Scope == type.Module)
            .Select(reference => reference.Resolve())
            .OfType<TypeDefinition>()
            .Select(Outermost)
            .Where(other => other != type)
            .ToHashSet();
    }

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) =>
        [type, .. type.NestedTypes.SelectMany(WithNested)];

    private static TypeDefinition Outermost(TypeDefinition type) =>
        type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<TypeReference?> OfOne(TypeDefinition type) =>
        [
            type.BaseType,
            .. type.Interfaces.Select(implementation => implementation.InterfaceType),
            .. type.Fields.Select(field => field.FieldType),
            .. type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(its => its.ConstraintType),
            .. type.CustomAttributes.SelectMany(Attribute),
            .. type.Methods.SelectMany(OfMethod),
        ];

    private static IEnumerable<TypeReference?> OfMethod(MethodDefinition method) =>
        [
            method.ReturnType,
            .. method.Parameters.Select(parameter => parameter.ParameterType),
            .. method.CustomAttributes.SelectMany(Attribute),
            .. method.HasBody ? OfBody(method.Body) : [],
        ];

    private static IEnumerable<TypeReference?> OfBody(MethodBody body) =>
        [
            .. body.Variables.Select(variable => variable.VariableType),
            .. body.ExceptionHandlers.Select(handler => handler.CatchType),
            .. body.Instructions.SelectMany(instruction => OfOperand(instruction.Operand)),
        ];

    private static IEnumerable<TypeReference?> OfOperand(object? operand) =>
        operand switch
        {
            TypeReference type => [type],
            GenericInstanceMethod method => [method.DeclaringType, .. method.GenericArguments],
            MemberReference member => [member.DeclaringType],
            _ => [],
        };

    private static IEnumerable<TypeReference?> Attribute(CustomAttribute attribute) =>
        [
            attribute.AttributeType,
            .. attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>(),
        ];

    // List<Route[]> uses List<>, Route[] and Route.
    private static IEnumerable<TypeReference> Parts(TypeReference? type) =>
        type switch
        {
            null => [],
            GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
            TypeSpecification specification => Parts(specification.ElementType),
            _ => [type],
        };
}
