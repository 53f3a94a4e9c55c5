import { createClient } from '@supabase/supabase-js'
import { readFileSync } from 'node:fs'
const acc=JSON.parse(readFileSync('.data-x/demo-accounts.json','utf8')).find((a:any)=>a.email==='lead.market@demo.local')
const c=createClient('http://127.0.0.1:8150','sb_publishable_embedded',{auth:{persistSession:false}})
await c.auth.signInWithPassword(acc)
const {data:job,error}=await c.rpc('start_export',{p_key:crypto.randomUUID(),p_list:'表',p_filter:'',p_path:'/work',p_columns:['甲','乙']})
console.log(job,error)
console.log((await c.rpc('add_export_part',{p_job:job.id,p_n:0,p_rows:[['甲',1]],p_cursor:{}})).error)
console.log((await c.rpc('finish_export',{p_job:job.id})).error)
for(let i=0;i<8;i++){await new Promise(r=>setTimeout(r,1500)); const {data}=await c.from('jobs').select('state,file_path,error').eq('id',job.id); console.log(JSON.stringify(data))}
const w=await c.functions.invoke('write-table',{body:{name:'x',columns:[{title:'a',choices:['b']}],rows:[['1']],choiceRows:3}}); console.log(w.error?.message, await w.error?.context?.text?.(), w.data?.file?.length)
const { data: f } = await c.storage.from('exports').download((await c.from('jobs').select('file_path').eq('id',job.id)).data![0].file_path)
console.log(f?.size)
const fd=new FormData(); fd.append('file', f!, 'a.xlsx'); const r=await c.functions.invoke('read-table',{body:fd}); console.log(JSON.stringify(r.data), r.error?.message, await r.error?.context?.text?.())
