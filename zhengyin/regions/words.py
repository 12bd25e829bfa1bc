"""What the screens say of this room's codes."""

WORDS: dict[str, str] = {
    "installation_is_fixed": "这个库建立时定为{about}库，不能改。要另一种，请另建一个库。",
    "not_a_practice": "这里不是练习库，不能设练习村。",
    "practice_villages_used_up": "“{about}”的练习村用完了，不能再重新开始。请管系统的人重建练习库。",
    "virtual_community_never_issues": "“{about}”只是统计上的虚拟社区，没有居委会，不能出具证明，也不能刻章。",
    "legal_name_not_confirmed": "“{about}”的法定全称还没有确认。请乡镇照信用代码证书登记全称，再办。",
    "only_its_township_confirms_the_name": "“{about}”的法定全称只能由它所在的乡镇（街道、苏木）确认。",
    "legal_name_not_full": "“{about}”不是法定全称，要以“村民委员会”或“居民委员会”结尾，照证书上写。",
    "legal_name_belongs_to_another": "本县（旗、区）的“{about}”已经用这个全称确认过，两个村（居）委会不能是"
    "一个全称，请核对证书是哪个村的。",
    "legal_name_lacks_its_own": "证书上的名称里没有“{about}”，像是别的村的证书。核对过确实就是这样写的，"
    "在“名称里为什么没有本村的名字”里写明，再确认。",
    "uscc_wrong": "统一社会信用代码“{about}”不对，请照证书再看一遍。",
    "uscc_belongs_to_another": "这个统一社会信用代码已经登记给“{about}”，请核对证书。",
    "uscc_certificate_missing": "请先上传“{about}”的《统一社会信用代码证书》照片。",
    "legal_name_stands_already": "“{about}”已经确认过，没有要改的。",
    "abolished": "撤销",
    "merged": "合并",
    "committee_ended": "这个村（居）民委员会已于{about}，不再受理，不再盖章。已经开的证明照样可以核对。",
    "only_its_township_records_the_end": "“{about}”撤并由它的乡镇（街道、苏木）或者县级主管部门登记。",
    "ended_stays_as_it_was": "这个村（居）民委员会已于{about}，全称、电话和时间不再更改。",
    "committee_ended_already": "已经登记过了：{about}。",
    "end_lies_ahead": "日期不能晚于今天。到了那天再登记，印章当天停用。",
    "end_document_missing": "请填批准撤销或者合并的文件，写名称和文号。",
    "merged_into_nobody": "请选并到哪个村（社区）：要是本县（旗区）另一个还在的村（居）民委员会。",
    "abolished_into_somebody": "撤销的不选并到哪里；并到“{about}”的，请选“合并”。",
    "not_your_counter": "村（居）委会的电话、时间由本村（社区）负责人或上一级登记，不归您填。",
    "telephone_missing": "请填办公电话，村民要靠它找人。",
}
