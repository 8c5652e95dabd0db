import {
  type WorkspaceSettingKey, workspaceSettings, type WorkspaceSettingValue
} from '../../../../shared/features/settings/workspace-settings'
import type { Reader, Tx } from '../../context'

/** Undefined when it was never set, or when what is kept is no longer of the form that is asked for. */
export async function getWorkspaceSetting<Key extends WorkspaceSettingKey>(
  db: Reader | Tx,
  key: Key
): Promise<WorkspaceSettingValue<Key> | undefined> {
  const row = (await db('workspace_setting').where({ id: key }).first('value_json')) as { value_json: string } | undefined
  if (!row) return undefined
  const read = workspaceSettings[key].safeParse(JSON.parse(row.value_json))
  return read.success ? (read.data as WorkspaceSettingValue<Key>) : undefined
}

/** Undefined takes the setting away. */
export async function putWorkspaceSetting<Key extends WorkspaceSettingKey>(
  tx: Tx,
  key: Key,
  value: WorkspaceSettingValue<Key> | undefined
): Promise<void> {
  if (value === undefined) {
    await tx('workspace_setting').where({ id: key }).delete()
    return
  }
  const value_json = JSON.stringify(value)
  const old = (await tx('workspace_setting').where({ id: key }).first('value_json')) as { value_json: string } | undefined
  // Written only when it differs: the change log would hold a step that changed nothing.
  if (!old) await tx('workspace_setting').insert({ id: key, value_json })
  else if (old.value_json !== value_json) await tx('workspace_setting').where({ id: key }).update({ value_json })
}
