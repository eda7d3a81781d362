package afterorder.localcloud.workflow.execution;

import afterorder.localcloud.workflow.definition.Definition;

/** A state machine as an execution of it needs it: at the revision at which it was started. */
public record Machine(String arn, String name, String roleArn, int revision, Definition definition) {}
