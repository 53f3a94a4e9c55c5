
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  
  "public": {
          Tables: {
            "attachments": {
                  Row: {
                    "bytes": number,"created_at": string,"created_by": string | null,"file_name": string,"height": number | null,"id": string,"mime": string,"org_id": string,"owner_id": string,"owner_kind": string,"sha256": string,"storage_path": string,"updated_at": string,"updated_by": string | null,"width": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "bytes": number,"created_at"?: string,"created_by"?: string | null,"file_name": string,"height"?: number | null,"id"?: string,"mime": string,"org_id": string,"owner_id": string,"owner_kind": string,"sha256": string,"storage_path": string,"updated_at"?: string,"updated_by"?: string | null,"width"?: number | null
                  }
                  Update: {
                    "bytes"?: number,"created_at"?: string,"created_by"?: string | null,"file_name"?: string,"height"?: number | null,"id"?: string,"mime"?: string,"org_id"?: string,"owner_id"?: string,"owner_kind"?: string,"sha256"?: string,"storage_path"?: string,"updated_at"?: string,"updated_by"?: string | null,"width"?: number | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "attachments_org_id_fkey"
      columns: ["org_id"]
isOneToOne: false
      referencedRelation: "orgs"
      referencedColumns: ["id"]
    }
                  ]
                },"audit_seals": {
                  Row: {
                    "digest": string,"from_tx": unknown,"id": number,"row_count": number,"sealed_at": string,"to_tx": unknown
                  }
                  ComputedFields: never
                  Insert: {
                    "digest": string,"from_tx": unknown,"id": number,"row_count": number,"sealed_at"?: string,"to_tx": unknown
                  }
                  Update: {
                    "digest"?: string,"from_tx"?: unknown,"id"?: number,"row_count"?: number,"sealed_at"?: string,"to_tx"?: unknown
                  }
                  Relationships: [
                    
                  ]
                },"codes": {
                  Row: {
                    "code": string,"label": string,"meta": NonNullable<Json>,"set_key": string,"sort": number,"valid_from": string,"valid_to": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "code": string,"label": string,"meta"?: NonNullable<Json>,"set_key": string,"sort"?: number,"valid_from"?: string,"valid_to"?: string | null
                  }
                  Update: {
                    "code"?: string,"label"?: string,"meta"?: NonNullable<Json>,"set_key"?: string,"sort"?: number,"valid_from"?: string,"valid_to"?: string | null
                  }
                  Relationships: [
                    
                  ]
                },"complaint_answers": {
                  Row: {
                    "action": string,"case_id": string,"created_at": string,"id": number,"org_id": string,"outcome_label": string,"public_text": string
                  }
                  ComputedFields: never
                  Insert: {
                    "action": string,"case_id": string,"created_at"?: string,"id"?: never,"org_id": string,"outcome_label"?: string,"public_text": string
                  }
                  Update: {
                    "action"?: string,"case_id"?: string,"created_at"?: string,"id"?: never,"org_id"?: string,"outcome_label"?: string,"public_text"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "complaint_answers_case_id_fkey"
      columns: ["case_id"]
isOneToOne: false
      referencedRelation: "complaint_case_list"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_answers_case_id_fkey"
      columns: ["case_id"]
isOneToOne: false
      referencedRelation: "complaint_cases"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_answers_case_id_fkey"
      columns: ["case_id"]
isOneToOne: false
      referencedRelation: "complaint_facts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_answers_org_id_fkey"
      columns: ["org_id"]
isOneToOne: false
      referencedRelation: "orgs"
      referencedColumns: ["id"]
    }
                  ]
                },"complaint_cases": {
                  Row: {
                    "case_no": string | null,"case_type": Database["public"]['Enums']["complaint_case_type"],"closed_at": string | null,"content": string,"created_at": string,"created_by": string | null,"due_at": string | null,"due_is_provisional": boolean,"filed_at": string,"filing_id": string,"id": string,"is_open": boolean,"is_supervised": boolean,"item_id": string | null,"light": Database["public"]['Enums']["work_light"],"line_code": string | null,"linked_case_id": string | null,"matter_code": string,"occurred_on": string | null,"org_id": string,"place_text": string,"region_code": number,"return_count": number,"source": string,"state": string,"subject_name": string,"subject_uscc": string | null,"title": string,"updated_at": string,"updated_by": string | null,"was_late": boolean,"wish": string
                  }
                  ComputedFields: never
                  Insert: {
                    "case_no"?: string | null,"case_type": Database["public"]['Enums']["complaint_case_type"],"closed_at"?: string | null,"content": string,"created_at"?: string,"created_by"?: string | null,"due_at"?: string | null,"due_is_provisional"?: boolean,"filed_at"?: string,"filing_id": string,"id"?: string,"is_open"?: boolean,"is_supervised"?: boolean,"item_id"?: string | null,"light"?: Database["public"]['Enums']["work_light"],"line_code"?: string | null,"linked_case_id"?: string | null,"matter_code": string,"occurred_on"?: string | null,"org_id": string,"place_text"?: string,"region_code": number,"return_count"?: number,"source"?: string,"state": string,"subject_name": string,"subject_uscc"?: string | null,"title": string,"updated_at"?: string,"updated_by"?: string | null,"was_late"?: boolean,"wish"?: string
                  }
                  Update: {
                    "case_no"?: string | null,"case_type"?: Database["public"]['Enums']["complaint_case_type"],"closed_at"?: string | null,"content"?: string,"created_at"?: string,"created_by"?: string | null,"due_at"?: string | null,"due_is_provisional"?: boolean,"filed_at"?: string,"filing_id"?: string,"id"?: string,"is_open"?: boolean,"is_supervised"?: boolean,"item_id"?: string | null,"light"?: Database["public"]['Enums']["work_light"],"line_code"?: string | null,"linked_case_id"?: string | null,"matter_code"?: string,"occurred_on"?: string | null,"org_id"?: string,"place_text"?: string,"region_code"?: number,"return_count"?: number,"source"?: string,"state"?: string,"subject_name"?: string,"subject_uscc"?: string | null,"title"?: string,"updated_at"?: string,"updated_by"?: string | null,"was_late"?: boolean,"wish"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "complaint_cases_item_id_fkey"
      columns: ["item_id"]
isOneToOne: true
      referencedRelation: "work_inbox"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_cases_item_id_fkey"
      columns: ["item_id"]
isOneToOne: true
      referencedRelation: "work_items"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_cases_line_code_fkey"
      columns: ["line_code"]
isOneToOne: false
      referencedRelation: "org_lines"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "complaint_cases_linked_case_id_fkey"
      columns: ["linked_case_id"]
isOneToOne: false
      referencedRelation: "complaint_case_list"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_cases_linked_case_id_fkey"
      columns: ["linked_case_id"]
isOneToOne: false
      referencedRelation: "complaint_cases"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_cases_linked_case_id_fkey"
      columns: ["linked_case_id"]
isOneToOne: false
      referencedRelation: "complaint_facts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_cases_matter_code_fkey"
      columns: ["matter_code"]
isOneToOne: false
      referencedRelation: "complaint_matters"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "complaint_cases_org_id_fkey"
      columns: ["org_id"]
isOneToOne: false
      referencedRelation: "orgs"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_cases_region_code_fkey"
      columns: ["region_code"]
isOneToOne: false
      referencedRelation: "regions"
      referencedColumns: ["code"]
    }
                  ]
                },"complaint_materials": {
                  Row: {
                    "case_id": string,"created_at": string,"id": number,"text": string
                  }
                  ComputedFields: never
                  Insert: {
                    "case_id": string,"created_at"?: string,"id"?: never,"text": string
                  }
                  Update: {
                    "case_id"?: string,"created_at"?: string,"id"?: never,"text"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "complaint_materials_case_id_fkey"
      columns: ["case_id"]
isOneToOne: false
      referencedRelation: "complaint_case_list"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_materials_case_id_fkey"
      columns: ["case_id"]
isOneToOne: false
      referencedRelation: "complaint_cases"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_materials_case_id_fkey"
      columns: ["case_id"]
isOneToOne: false
      referencedRelation: "complaint_facts"
      referencedColumns: ["id"]
    }
                  ]
                },"complaint_matters": {
                  Row: {
                    "code": string,"hint": string,"keywords": (string)[],"label": string,"line_code": string | null,"sort": number
                  }
                  ComputedFields: never
                  Insert: {
                    "code": string,"hint"?: string,"keywords"?: (string)[],"label": string,"line_code"?: string | null,"sort": number
                  }
                  Update: {
                    "code"?: string,"hint"?: string,"keywords"?: (string)[],"label"?: string,"line_code"?: string | null,"sort"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "complaint_matters_line_code_fkey"
      columns: ["line_code"]
isOneToOne: false
      referencedRelation: "org_lines"
      referencedColumns: ["code"]
    }
                  ]
                },"complaint_ratings": {
                  Row: {
                    "case_id": string,"created_at": string,"level": number,"reason": string
                  }
                  ComputedFields: never
                  Insert: {
                    "case_id": string,"created_at"?: string,"level": number,"reason"?: string
                  }
                  Update: {
                    "case_id"?: string,"created_at"?: string,"level"?: number,"reason"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "complaint_ratings_case_id_fkey"
      columns: ["case_id"]
isOneToOne: true
      referencedRelation: "complaint_case_list"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_ratings_case_id_fkey"
      columns: ["case_id"]
isOneToOne: true
      referencedRelation: "complaint_cases"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_ratings_case_id_fkey"
      columns: ["case_id"]
isOneToOne: true
      referencedRelation: "complaint_facts"
      referencedColumns: ["id"]
    }
                  ]
                },"complaint_reporters": {
                  Row: {
                    "created_at": string,"filing_id": string,"is_anonymous": boolean,"name_masked": string,"phone_masked": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"filing_id": string,"is_anonymous": boolean,"name_masked": string,"phone_masked": string
                  }
                  Update: {
                    "created_at"?: string,"filing_id"?: string,"is_anonymous"?: boolean,"name_masked"?: string,"phone_masked"?: string
                  }
                  Relationships: [
                    
                  ]
                },"complaint_routes": {
                  Row: {
                    "case_id": string,"created_at": string,"id": number,"is_chosen": boolean,"org_id": string,"rank": number,"reasons": (string)[],"score": number
                  }
                  ComputedFields: never
                  Insert: {
                    "case_id": string,"created_at"?: string,"id"?: never,"is_chosen": boolean,"org_id": string,"rank": number,"reasons": (string)[],"score": number
                  }
                  Update: {
                    "case_id"?: string,"created_at"?: string,"id"?: never,"is_chosen"?: boolean,"org_id"?: string,"rank"?: number,"reasons"?: (string)[],"score"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "complaint_routes_case_id_fkey"
      columns: ["case_id"]
isOneToOne: false
      referencedRelation: "complaint_case_list"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_routes_case_id_fkey"
      columns: ["case_id"]
isOneToOne: false
      referencedRelation: "complaint_cases"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_routes_case_id_fkey"
      columns: ["case_id"]
isOneToOne: false
      referencedRelation: "complaint_facts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_routes_org_id_fkey"
      columns: ["org_id"]
isOneToOne: false
      referencedRelation: "orgs"
      referencedColumns: ["id"]
    }
                  ]
                },"complaint_routing_rules": {
                  Row: {
                    "id": number,"legal_basis": string,"line_code": string | null,"matter_code": string | null,"reason": string,"region_code": number | null,"source": string,"tier": number,"valid_from": string,"valid_to": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "id"?: never,"legal_basis"?: string,"line_code"?: string | null,"matter_code"?: string | null,"reason": string,"region_code"?: number | null,"source"?: string,"tier": number,"valid_from"?: string,"valid_to"?: string | null
                  }
                  Update: {
                    "id"?: never,"legal_basis"?: string,"line_code"?: string | null,"matter_code"?: string | null,"reason"?: string,"region_code"?: number | null,"source"?: string,"tier"?: number,"valid_from"?: string,"valid_to"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "complaint_routing_rules_line_code_fkey"
      columns: ["line_code"]
isOneToOne: false
      referencedRelation: "org_lines"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "complaint_routing_rules_matter_code_fkey"
      columns: ["matter_code"]
isOneToOne: false
      referencedRelation: "complaint_matters"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "complaint_routing_rules_region_code_fkey"
      columns: ["region_code"]
isOneToOne: false
      referencedRelation: "regions"
      referencedColumns: ["code"]
    }
                  ]
                },"deadline_rules": {
                  Row: {
                    "amount": number,"effective_from": string,"effective_to": string | null,"id": number,"is_confirmed": boolean,"key": string,"label": string,"legal_basis": string,"unit": string
                  }
                  ComputedFields: never
                  Insert: {
                    "amount": number,"effective_from": string,"effective_to"?: string | null,"id"?: never,"is_confirmed"?: boolean,"key": string,"label": string,"legal_basis": string,"unit": string
                  }
                  Update: {
                    "amount"?: number,"effective_from"?: string,"effective_to"?: string | null,"id"?: never,"is_confirmed"?: boolean,"key"?: string,"label"?: string,"legal_basis"?: string,"unit"?: string
                  }
                  Relationships: [
                    
                  ]
                },"officer_invitations": {
                  Row: {
                    "code_hash": string,"created_at": string,"created_by": string | null,"email": string,"expires_at": string,"id": string,"name": string,"org_id": string,"role_codes": (string)[],"title": string,"updated_at": string,"updated_by": string | null,"used_at": string | null,"used_by": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "code_hash": string,"created_at"?: string,"created_by"?: string | null,"email": string,"expires_at"?: string,"id"?: string,"name": string,"org_id": string,"role_codes": (string)[],"title"?: string,"updated_at"?: string,"updated_by"?: string | null,"used_at"?: string | null,"used_by"?: string | null
                  }
                  Update: {
                    "code_hash"?: string,"created_at"?: string,"created_by"?: string | null,"email"?: string,"expires_at"?: string,"id"?: string,"name"?: string,"org_id"?: string,"role_codes"?: (string)[],"title"?: string,"updated_at"?: string,"updated_by"?: string | null,"used_at"?: string | null,"used_by"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "officer_invitations_org_id_fkey"
      columns: ["org_id"]
isOneToOne: false
      referencedRelation: "orgs"
      referencedColumns: ["id"]
    }
                  ]
                },"officer_permissions": {
                  Row: {
                    "code": string,"name": string
                  }
                  ComputedFields: never
                  Insert: {
                    "code": string,"name": string
                  }
                  Update: {
                    "code"?: string,"name"?: string
                  }
                  Relationships: [
                    
                  ]
                },"officer_role_grants": {
                  Row: {
                    "expires_at": string | null,"granted_at": string,"granted_by": string | null,"officer_id": string,"org_id": string,"role_code": string
                  }
                  ComputedFields: never
                  Insert: {
                    "expires_at"?: string | null,"granted_at"?: string,"granted_by"?: string | null,"officer_id": string,"org_id": string,"role_code": string
                  }
                  Update: {
                    "expires_at"?: string | null,"granted_at"?: string,"granted_by"?: string | null,"officer_id"?: string,"org_id"?: string,"role_code"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "officer_role_grants_officer_id_fkey"
      columns: ["officer_id"]
isOneToOne: false
      referencedRelation: "officers"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "officer_role_grants_org_id_fkey"
      columns: ["org_id"]
isOneToOne: false
      referencedRelation: "orgs"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "officer_role_grants_role_code_fkey"
      columns: ["role_code"]
isOneToOne: false
      referencedRelation: "officer_roles"
      referencedColumns: ["code"]
    }
                  ]
                },"officer_role_permissions": {
                  Row: {
                    "can_grant": boolean,"can_use": boolean,"permission_code": string,"role_code": string,"scope": Database["public"]['Enums']["permission_scope"]
                  }
                  ComputedFields: never
                  Insert: {
                    "can_grant"?: boolean,"can_use"?: boolean,"permission_code": string,"role_code": string,"scope": Database["public"]['Enums']["permission_scope"]
                  }
                  Update: {
                    "can_grant"?: boolean,"can_use"?: boolean,"permission_code"?: string,"role_code"?: string,"scope"?: Database["public"]['Enums']["permission_scope"]
                  }
                  Relationships: [
                    {
      foreignKeyName: "officer_role_permissions_permission_code_fkey"
      columns: ["permission_code"]
isOneToOne: false
      referencedRelation: "officer_permissions"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "officer_role_permissions_role_code_fkey"
      columns: ["role_code"]
isOneToOne: false
      referencedRelation: "officer_roles"
      referencedColumns: ["code"]
    }
                  ]
                },"officer_roles": {
                  Row: {
                    "code": string,"duty": string,"name": string,"sort": number
                  }
                  ComputedFields: never
                  Insert: {
                    "code": string,"duty": string,"name": string,"sort": number
                  }
                  Update: {
                    "code"?: string,"duty"?: string,"name"?: string,"sort"?: number
                  }
                  Relationships: [
                    
                  ]
                },"officers": {
                  Row: {
                    "created_at": string,"created_by": string | null,"id": string,"is_active": boolean,"name": string,"org_id": string,"title": string,"updated_at": string,"updated_by": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"created_by"?: string | null,"id": string,"is_active"?: boolean,"name": string,"org_id": string,"title"?: string,"updated_at"?: string,"updated_by"?: string | null
                  }
                  Update: {
                    "created_at"?: string,"created_by"?: string | null,"id"?: string,"is_active"?: boolean,"name"?: string,"org_id"?: string,"title"?: string,"updated_at"?: string,"updated_by"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "officers_org_id_fkey"
      columns: ["org_id"]
isOneToOne: false
      referencedRelation: "orgs"
      referencedColumns: ["id"]
    }
                  ]
                },"org_lines": {
                  Row: {
                    "bureau_name": string,"code": string,"department_name": string,"name": string,"sort": number
                  }
                  ComputedFields: never
                  Insert: {
                    "bureau_name": string,"code": string,"department_name": string,"name": string,"sort": number
                  }
                  Update: {
                    "bureau_name"?: string,"code"?: string,"department_name"?: string,"name"?: string,"sort"?: number
                  }
                  Relationships: [
                    
                  ]
                },"orgs": {
                  Row: {
                    "id": string,"is_active": boolean,"is_coordinator": boolean,"line_code": string,"name": string,"parent_id": string | null,"region_code": number,"short_name": string
                  }
                  ComputedFields: never
                  Insert: {
                    "id"?: string,"is_active"?: boolean,"is_coordinator"?: boolean,"line_code": string,"name": string,"parent_id"?: string | null,"region_code": number,"short_name": string
                  }
                  Update: {
                    "id"?: string,"is_active"?: boolean,"is_coordinator"?: boolean,"line_code"?: string,"name"?: string,"parent_id"?: string | null,"region_code"?: number,"short_name"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "orgs_line_code_fkey"
      columns: ["line_code"]
isOneToOne: false
      referencedRelation: "org_lines"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "orgs_parent_id_fkey"
      columns: ["parent_id"]
isOneToOne: false
      referencedRelation: "orgs"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "orgs_region_code_fkey"
      columns: ["region_code"]
isOneToOne: false
      referencedRelation: "regions"
      referencedColumns: ["code"]
    }
                  ]
                },"regions": {
                  Row: {
                    "code": number,"full_name": string,"kind": Database["public"]['Enums']["region_kind"],"name": string,"parent_code": number | null,"range_end": number,"successor_code": number | null,"tier": number,"valid_from": string,"valid_to": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "code": number,"full_name": string,"kind"?: Database["public"]['Enums']["region_kind"],"name": string,"parent_code"?: number | null,"range_end": number,"successor_code"?: number | null,"tier": number,"valid_from"?: string,"valid_to"?: string | null
                  }
                  Update: {
                    "code"?: number,"full_name"?: string,"kind"?: Database["public"]['Enums']["region_kind"],"name"?: string,"parent_code"?: number | null,"range_end"?: number,"successor_code"?: number | null,"tier"?: number,"valid_from"?: string,"valid_to"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "regions_parent_code_fkey"
      columns: ["parent_code"]
isOneToOne: false
      referencedRelation: "regions"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "regions_successor_code_fkey"
      columns: ["successor_code"]
isOneToOne: false
      referencedRelation: "regions"
      referencedColumns: ["code"]
    }
                  ]
                },"sites": {
                  Row: {
                    "government": string,"hotline": string,"is_active": boolean,"key": string,"modules": (string)[],"name": string,"root_region": number,"short_name": string,"superiors": NonNullable<Json>,"tiers": (number)[]
                  }
                  ComputedFields: never
                  Insert: {
                    "government": string,"hotline"?: string,"is_active"?: boolean,"key": string,"modules": (string)[],"name": string,"root_region": number,"short_name": string,"superiors"?: NonNullable<Json>,"tiers": (number)[]
                  }
                  Update: {
                    "government"?: string,"hotline"?: string,"is_active"?: boolean,"key"?: string,"modules"?: (string)[],"name"?: string,"root_region"?: number,"short_name"?: string,"superiors"?: NonNullable<Json>,"tiers"?: (number)[]
                  }
                  Relationships: [
                    {
      foreignKeyName: "sites_root_region_fkey"
      columns: ["root_region"]
isOneToOne: false
      referencedRelation: "regions"
      referencedColumns: ["code"]
    }
                  ]
                },"work_calendar": {
                  Row: {
                    "day": string,"kind": string,"year": number
                  }
                  ComputedFields: never
                  Insert: {
                    "day": string,"kind": string,"year": number
                  }
                  Update: {
                    "day"?: string,"kind"?: string,"year"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "work_calendar_year_fkey"
      columns: ["year"]
isOneToOne: false
      referencedRelation: "work_calendar_years"
      referencedColumns: ["year"]
    }
                  ]
                },"work_calendar_years": {
                  Row: {
                    "published_on": string | null,"source": string,"year": number
                  }
                  ComputedFields: never
                  Insert: {
                    "published_on"?: string | null,"source": string,"year": number
                  }
                  Update: {
                    "published_on"?: string | null,"source"?: string,"year"?: number
                  }
                  Relationships: [
                    
                  ]
                },"work_events": {
                  Row: {
                    "action": string,"action_label": string,"actor": string,"actor_name": string,"actor_org_id": string | null,"actor_org_name": string,"created_at": string,"from_state": string | null,"id": number,"is_public": boolean,"item_id": string,"note": string,"payload": NonNullable<Json>,"seq": number,"to_state": string
                  }
                  ComputedFields: never
                  Insert: {
                    "action": string,"action_label": string,"actor": string,"actor_name": string,"actor_org_id"?: string | null,"actor_org_name"?: string,"created_at"?: string,"from_state"?: string | null,"id"?: never,"is_public"?: boolean,"item_id": string,"note"?: string,"payload"?: NonNullable<Json>,"seq": number,"to_state": string
                  }
                  Update: {
                    "action"?: string,"action_label"?: string,"actor"?: string,"actor_name"?: string,"actor_org_id"?: string | null,"actor_org_name"?: string,"created_at"?: string,"from_state"?: string | null,"id"?: never,"is_public"?: boolean,"item_id"?: string,"note"?: string,"payload"?: NonNullable<Json>,"seq"?: number,"to_state"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "work_events_actor_org_id_fkey"
      columns: ["actor_org_id"]
isOneToOne: false
      referencedRelation: "orgs"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "work_events_item_id_fkey"
      columns: ["item_id"]
isOneToOne: false
      referencedRelation: "work_inbox"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "work_events_item_id_fkey"
      columns: ["item_id"]
isOneToOne: false
      referencedRelation: "work_items"
      referencedColumns: ["id"]
    }
                  ]
                },"work_follows": {
                  Row: {
                    "created_at": string,"item_id": string,"officer_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"item_id": string,"officer_id": string
                  }
                  Update: {
                    "created_at"?: string,"item_id"?: string,"officer_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "work_follows_item_id_fkey"
      columns: ["item_id"]
isOneToOne: false
      referencedRelation: "work_inbox"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "work_follows_item_id_fkey"
      columns: ["item_id"]
isOneToOne: false
      referencedRelation: "work_items"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "work_follows_officer_id_fkey"
      columns: ["officer_id"]
isOneToOne: false
      referencedRelation: "officers"
      referencedColumns: ["id"]
    }
                  ]
                },"work_items": {
                  Row: {
                    "closed_at": string | null,"created_at": string,"created_by": string | null,"due_at": string | null,"due_is_provisional": boolean,"from_org_id": string,"hop_count": number,"id": string,"is_open": boolean,"is_supervised": boolean,"kind": string,"light": Database["public"]['Enums']["work_light"],"line_code": string | null,"next_light_at": string | null,"no": string,"region_code": number,"state": string,"subject_id": string,"term_key": string | null,"title": string,"to_org_id": string,"updated_at": string,"updated_by": string | null,"urge_count": number,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "closed_at"?: string | null,"created_at"?: string,"created_by"?: string | null,"due_at"?: string | null,"due_is_provisional"?: boolean,"from_org_id": string,"hop_count"?: number,"id"?: string,"is_open"?: boolean,"is_supervised"?: boolean,"kind": string,"light"?: Database["public"]['Enums']["work_light"],"line_code"?: string | null,"next_light_at"?: string | null,"no": string,"region_code": number,"state": string,"subject_id": string,"term_key"?: string | null,"title": string,"to_org_id": string,"updated_at"?: string,"updated_by"?: string | null,"urge_count"?: number,"version"?: number
                  }
                  Update: {
                    "closed_at"?: string | null,"created_at"?: string,"created_by"?: string | null,"due_at"?: string | null,"due_is_provisional"?: boolean,"from_org_id"?: string,"hop_count"?: number,"id"?: string,"is_open"?: boolean,"is_supervised"?: boolean,"kind"?: string,"light"?: Database["public"]['Enums']["work_light"],"line_code"?: string | null,"next_light_at"?: string | null,"no"?: string,"region_code"?: number,"state"?: string,"subject_id"?: string,"term_key"?: string | null,"title"?: string,"to_org_id"?: string,"updated_at"?: string,"updated_by"?: string | null,"urge_count"?: number,"version"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "work_items_from_org_id_fkey"
      columns: ["from_org_id"]
isOneToOne: false
      referencedRelation: "orgs"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "work_items_kind_state_fkey"
      columns: ["kind","state"]
isOneToOne: false
      referencedRelation: "work_states"
      referencedColumns: ["kind","state"]
    },{
      foreignKeyName: "work_items_line_code_fkey"
      columns: ["line_code"]
isOneToOne: false
      referencedRelation: "org_lines"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "work_items_region_code_fkey"
      columns: ["region_code"]
isOneToOne: false
      referencedRelation: "regions"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "work_items_to_org_id_fkey"
      columns: ["to_org_id"]
isOneToOne: false
      referencedRelation: "orgs"
      referencedColumns: ["id"]
    }
                  ]
                },"work_notification_marks": {
                  Row: {
                    "officer_id": string,"read_until": string
                  }
                  ComputedFields: never
                  Insert: {
                    "officer_id": string,"read_until": string
                  }
                  Update: {
                    "officer_id"?: string,"read_until"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "work_notification_marks_officer_id_fkey"
      columns: ["officer_id"]
isOneToOne: true
      referencedRelation: "officers"
      referencedColumns: ["id"]
    }
                  ]
                },"work_notifications": {
                  Row: {
                    "body": string,"created_at": string,"id": number,"item_id": string,"kind": string,"org_id": string,"title": string
                  }
                  ComputedFields: never
                  Insert: {
                    "body": string,"created_at"?: string,"id"?: never,"item_id": string,"kind": string,"org_id": string,"title": string
                  }
                  Update: {
                    "body"?: string,"created_at"?: string,"id"?: never,"item_id"?: string,"kind"?: string,"org_id"?: string,"title"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "work_notifications_item_id_fkey"
      columns: ["item_id"]
isOneToOne: false
      referencedRelation: "work_inbox"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "work_notifications_item_id_fkey"
      columns: ["item_id"]
isOneToOne: false
      referencedRelation: "work_items"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "work_notifications_org_id_fkey"
      columns: ["org_id"]
isOneToOne: false
      referencedRelation: "orgs"
      referencedColumns: ["id"]
    }
                  ]
                },"work_states": {
                  Row: {
                    "is_open": boolean,"kind": string,"label": string,"sort": number,"state": string
                  }
                  ComputedFields: never
                  Insert: {
                    "is_open"?: boolean,"kind": string,"label": string,"sort": number,"state": string
                  }
                  Update: {
                    "is_open"?: boolean,"kind"?: string,"label"?: string,"sort"?: number,"state"?: string
                  }
                  Relationships: [
                    
                  ]
                },"work_suspensions": {
                  Row: {
                    "created_at": string,"ended_on": string | null,"id": number,"item_id": string,"reason": string,"started_on": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"ended_on"?: string | null,"id"?: never,"item_id": string,"reason": string,"started_on": string
                  }
                  Update: {
                    "created_at"?: string,"ended_on"?: string | null,"id"?: never,"item_id"?: string,"reason"?: string,"started_on"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "work_suspensions_item_id_fkey"
      columns: ["item_id"]
isOneToOne: false
      referencedRelation: "work_inbox"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "work_suspensions_item_id_fkey"
      columns: ["item_id"]
isOneToOne: false
      referencedRelation: "work_items"
      referencedColumns: ["id"]
    }
                  ]
                },"work_terms": {
                  Row: {
                    "created_at": string,"due_at": string | null,"due_on": string | null,"extra_amount": number,"finished_at": string | null,"id": number,"is_provisional": boolean,"item_id": string,"key": string,"label": string,"rule_id": number,"started_on": string,"state": string
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"due_at"?: string | null,"due_on"?: string | null,"extra_amount"?: number,"finished_at"?: string | null,"id"?: never,"is_provisional"?: boolean,"item_id": string,"key": string,"label": string,"rule_id": number,"started_on": string,"state"?: string
                  }
                  Update: {
                    "created_at"?: string,"due_at"?: string | null,"due_on"?: string | null,"extra_amount"?: number,"finished_at"?: string | null,"id"?: never,"is_provisional"?: boolean,"item_id"?: string,"key"?: string,"label"?: string,"rule_id"?: number,"started_on"?: string,"state"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "work_terms_item_id_fkey"
      columns: ["item_id"]
isOneToOne: false
      referencedRelation: "work_inbox"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "work_terms_item_id_fkey"
      columns: ["item_id"]
isOneToOne: false
      referencedRelation: "work_items"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "work_terms_rule_id_fkey"
      columns: ["rule_id"]
isOneToOne: false
      referencedRelation: "deadline_rules"
      referencedColumns: ["id"]
    }
                  ]
                }
          }
          Views: {
            "complaint_case_list": {
                  Row: {
                    "case_no": string | null,"case_type": Database["public"]['Enums']["complaint_case_type"],"closed_at": string | null,"due_at": string | null,"due_is_provisional": boolean,"filed_at": string,"filing_id": string,"id": string,"is_late": boolean | null,"is_open": boolean,"is_supervised": boolean,"item_id": string | null,"light": Database["public"]['Enums']["work_light"],"line_code": string | null,"line_name": string | null,"linked_case_id": string | null,"matter_code": string,"matter_label": string,"org_id": string,"org_name": string,"place_text": string,"region_code": number,"region_name": string,"return_count": number,"source": string,"state": string,"state_label": string,"subject_name": string,"subject_uscc": string | null,"title": string
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "complaint_cases_item_id_fkey"
      columns: ["item_id"]
isOneToOne: true
      referencedRelation: "work_inbox"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_cases_item_id_fkey"
      columns: ["item_id"]
isOneToOne: true
      referencedRelation: "work_items"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_cases_line_code_fkey"
      columns: ["line_code"]
isOneToOne: false
      referencedRelation: "org_lines"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "complaint_cases_linked_case_id_fkey"
      columns: ["linked_case_id"]
isOneToOne: false
      referencedRelation: "complaint_case_list"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_cases_linked_case_id_fkey"
      columns: ["linked_case_id"]
isOneToOne: false
      referencedRelation: "complaint_cases"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_cases_linked_case_id_fkey"
      columns: ["linked_case_id"]
isOneToOne: false
      referencedRelation: "complaint_facts"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_cases_matter_code_fkey"
      columns: ["matter_code"]
isOneToOne: false
      referencedRelation: "complaint_matters"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "complaint_cases_org_id_fkey"
      columns: ["org_id"]
isOneToOne: false
      referencedRelation: "orgs"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_cases_region_code_fkey"
      columns: ["region_code"]
isOneToOne: false
      referencedRelation: "regions"
      referencedColumns: ["code"]
    }
                  ]
                },"complaint_facts": {
                  Row: {
                    "case_type": Database["public"]['Enums']["complaint_case_type"],"closed_at": string | null,"filed_at": string,"id": string,"is_late": boolean | null,"is_open": boolean,"is_supervised": boolean,"line_code": string | null,"matter_code": string,"org_id": string,"region_code": number,"return_count": number,"satisfaction": number | null,"source": string,"state": string
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "complaint_cases_line_code_fkey"
      columns: ["line_code"]
isOneToOne: false
      referencedRelation: "org_lines"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "complaint_cases_matter_code_fkey"
      columns: ["matter_code"]
isOneToOne: false
      referencedRelation: "complaint_matters"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "complaint_cases_org_id_fkey"
      columns: ["org_id"]
isOneToOne: false
      referencedRelation: "orgs"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "complaint_cases_region_code_fkey"
      columns: ["region_code"]
isOneToOne: false
      referencedRelation: "regions"
      referencedColumns: ["code"]
    }
                  ]
                },"my_notifications": {
                  Row: {
                    "body": string,"created_at": string,"id": number,"is_read": boolean | null,"item_id": string,"kind": string,"title": string
                  }
                  ComputedFields: never
                  Insert: {
                           "body"?: string | null,"created_at"?: string | null,"id"?: number | null,"is_read"?: never,"item_id"?: string | null,"kind"?: string | null,"title"?: string | null
                         }
                        Update: {
                           "body"?: string | null,"created_at"?: string | null,"id"?: number | null,"is_read"?: never,"item_id"?: string | null,"kind"?: string | null,"title"?: string | null
                         }
                        Relationships: [
                    {
      foreignKeyName: "work_notifications_item_id_fkey"
      columns: ["item_id"]
isOneToOne: false
      referencedRelation: "work_inbox"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "work_notifications_item_id_fkey"
      columns: ["item_id"]
isOneToOne: false
      referencedRelation: "work_items"
      referencedColumns: ["id"]
    }
                  ]
                },"work_inbox": {
                  Row: {
                    "closed_at": string | null,"created_at": string,"due_at": string | null,"due_is_provisional": boolean,"from_org_id": string,"from_org_name": string,"hop_count": number,"id": string,"is_followed": boolean | null,"is_mine": boolean | null,"is_open": boolean,"is_supervised": boolean,"kind": string,"kind_label": string,"light": Database["public"]['Enums']["work_light"],"line_code": string | null,"no": string,"region_code": number,"region_name": string,"state": string,"state_label": string,"subject_id": string,"term_key": string | null,"title": string,"to_org_id": string,"to_org_name": string,"updated_at": string,"urge_count": number,"version": number
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "work_items_from_org_id_fkey"
      columns: ["from_org_id"]
isOneToOne: false
      referencedRelation: "orgs"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "work_items_kind_state_fkey"
      columns: ["kind","state"]
isOneToOne: false
      referencedRelation: "work_states"
      referencedColumns: ["kind","state"]
    },{
      foreignKeyName: "work_items_line_code_fkey"
      columns: ["line_code"]
isOneToOne: false
      referencedRelation: "org_lines"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "work_items_region_code_fkey"
      columns: ["region_code"]
isOneToOne: false
      referencedRelation: "regions"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "work_items_to_org_id_fkey"
      columns: ["to_org_id"]
isOneToOne: false
      referencedRelation: "orgs"
      referencedColumns: ["id"]
    }
                  ]
                }
          }
          Functions: {
            "add_attachment":
{ Args: { "p_bytes": number,"p_file_name": string,"p_height": number,"p_mime": string,"p_owner_id": string,"p_owner_kind": string,"p_sha256": string,"p_width": number }; Returns: {
              "bytes": number,
"created_at": string,
"created_by": string | null,
"file_name": string,
"height": number | null,
"id": string,
"mime": string,
"org_id": string,
"owner_id": string,
"owner_kind": string,
"sha256": string,
"storage_path": string,
"updated_at": string,
"updated_by": string | null,
"width": number | null
            }[]
                          SetofOptions: {
        from: "*"
        to: "attachments"
        isOneToOne: false
        isSetofReturn: true
      } },
"citizen_act":
{ Args: { "p_action": string,"p_case_no": string,"p_code_mac": string,"p_payload": Json,"p_tail_mac": string }; Returns: string
                           },
"complaint_apply_route":
{ Args: { "p_candidates": Json,"p_is_confident": boolean,"p_item_id": string }; Returns: string
                           },
"complaint_figures":
{ Args: { "p_by": string,"p_from": string,"p_line": string,"p_region": number,"p_to": string }; Returns: {
              "closed": number,"key": string,"label": string,"late": number,"on_time": number,"open": number,"received": number
            }[]
                           },
"complaint_owner":
{ Args: { "p_matter": string,"p_region": number }; Returns: {
              "org_id": string,"org_name": string,"reason": string
            }[]
                           },
"complaint_route_candidates":
{ Args: { "p_item_id": string }; Returns: {
              "case_id": string,"is_stated": boolean,"keyword_hits": (string)[],"matter_code": string,"org_id": string,"org_name": string,"org_tier": number,"place_tier": number,"rule_reason": string,"state": string
            }[]
                           },
"file_complaint":
{ Args: { "p_code_mac": string,"p_form": Json,"p_key": string,"p_phone_mac": string,"p_reporter": Json,"p_tail_mac": string }; Returns: {
              "case_id": string,"case_no": string,"case_type": Database["public"]['Enums']["complaint_case_type"],"is_new": boolean,"item_id": string
            }[]
                           },
"follow_complaint":
{ Args: { "p_code_mac": string,"p_tail_mac": string }; Returns: {
              "answers": Json,"can_rate": boolean,"can_supply": boolean,"can_withdraw": boolean,"case_id": string,"case_no": string,"case_type": Database["public"]['Enums']["complaint_case_type"],"due_at": string,"due_is_provisional": boolean,"filed_at": string,"is_open": boolean,"material_request": string,"org_name": string,"org_reason": string,"rating": number,"state": string,"state_label": string,"term_label": string,"timeline": Json,"title": string
            }[]
                           },
"follow_item":
{ Args: { "p_item_id": string,"p_on": boolean }; Returns: undefined
                           },
"grant_role":
{ Args: { "p_expires_at"?: string,"p_officer_id": string,"p_role": string }; Returns: undefined
                           },
"invite_officer":
{ Args: { "p_email": string,"p_name": string,"p_org_id": string,"p_roles": (string)[],"p_title"?: string }; Returns: {
              "code": string,"expires_at": string,"id": string
            }[]
                           },
"mark_notifications_read":
{ Args: { "p_until": string }; Returns: undefined
                           },
"may_add_attachment":
{ Args: { "p_owner_id": string,"p_owner_kind": string }; Returns: boolean
                           },
"my_session":
{ Args: Record<PropertyKey, never>; Returns: {
              "is_coordinator": boolean,"line_code": string,"name": string,"officer_id": string,"org_id": string,"org_name": string,"permissions": (string)[],"region_code": number,"region_name": string,"role_names": (string)[],"roles": (string)[],"title": string
            }[]
                           },
"outbox_dead_letters":
{ Args: Record<PropertyKey, never>; Returns: {
              "attempts": number,"consumer": string,"created_at": string,"id": number,"key": string,"last_error": string,"topic": string
            }[]
                           },
"outbox_redrive":
{ Args: { "p_id": number }; Returns: undefined
                           },
"outbox_settle":
{ Args: { "p_error"?: string,"p_id": number,"p_lease": string }; Returns: boolean
                           },
"publish_work_calendar":
{ Args: { "p_days": Json,"p_source": string,"p_year": number }; Returns: number
                           },
"reveal_reporter":
{ Args: { "p_case_id": string,"p_reason": string }; Returns: {
              "is_anonymous": boolean,"sealed": string
            }[]
                           },
"revoke_role":
{ Args: { "p_officer_id": string,"p_role": string }; Returns: undefined
                           },
"set_officer_active":
{ Args: { "p_is_active": boolean,"p_officer_id": string }; Returns: undefined
                           },
"take_quota":
{ Args: { "p_bucket": string,"p_key": string }; Returns: boolean
                           },
"term_end":
{ Args: { "p_amount": number,"p_start": string,"p_unit"?: string }; Returns: {
              "due_on": string,"is_provisional": boolean
            }[]
                           },
"topic_since":
{ Args: { "p_seq": number,"p_topic": string }; Returns: {
              "event": string,"payload": Json,"seq": number
            }[]
                           },
"work_act":
{ Args: { "p_action": string,"p_expected_version": number,"p_item_id": string,"p_key": string,"p_payload": Json }; Returns: {
              "due_at": string,"id": string,"light": Database["public"]['Enums']["work_light"],"state": string,"state_label": string,"version": number
            }[]
                           },
"work_actions":
{ Args: { "p_item_id": string }; Returns: {
              "action": string,"label": string,"requires": Json,"sort": number,"tone": string
            }[]
                           }
          }
          Enums: {
            "complaint_case_type": "complaint"|"tip","permission_scope": "own_org"|"line_subtree"|"region_subtree"|"site","region_kind": "division"|"zone","work_light": "green"|"yellow"|"orange"|"red"
          }
          CompositeTypes: {
            [_ in never]: never
          }
        }
}

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
  ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
      Row: infer R
    }
    ? R
    : never
  : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Insert: infer I
    }
    ? I
    : never
  : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Update: infer U
    }
    ? U
    : never
  : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
  ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
  : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
  ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
  : never

export const Constants = {
  "public": {
          Enums: {
            "complaint_case_type": ["complaint", "tip"],"permission_scope": ["own_org", "line_subtree", "region_subtree", "site"],"region_kind": ["division", "zone"],"work_light": ["green", "yellow", "orange", "red"]
          }
        }
} as const
