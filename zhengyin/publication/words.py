"""What the command says of this room's codes."""

WORDS: dict[str, str] = {
    "export_county_unknown": "没有装载{about}的规则。县（市、区、旗）要写12位区划代码，比如620422000000。",
    "export_day_not_yet": "{about}还没有到，到那一天再导出：在那以前清单还可能改。",
    "export_place_missing": "没有“{about}”这个文件夹，请先建好它。",
    "export_place_is_file": "“{about}”是一个文件，请写一个文件夹的名字。",
    "export_folder_not_ours": "“{about}”里有别的东西，不是以前导出的清单，没有动它。请换一个文件夹。",
    "export_folder_has_more": "“{about}”不是导出的文件，替换会把它删掉，没有动它。请先移走，再导出一次。",
    "export_folder_of_another": "这个文件夹里是{about}的清单，没有动它。请换一个文件夹。",
}
