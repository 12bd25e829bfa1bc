# 证印 — every target sets up what it needs, says what it does, and can be run again at once.
.DEFAULT_GOAL := help
SETUP := python3 tools/setup.py
BIN := .venv/bin
PORT ?= 8000
CYCLES ?= 20
STEPS ?= 10000

.PHONY: help run test test-long check bench crash mutate tour format

help: ## 列出所有命令
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{printf "  make %-8s %s\n", $$1, $$2}'

run: ## 从零到可用：安装、建库、装载两地规则、启动（PORT=8000；PRACTICE=1 旁边再开一个练习的；Ctrl-C 全部停下）
	@$(SETUP) run
	@exec $(BIN)/zhengyin up --demonstration --port $(PORT) $(if $(PRACTICE),--practice)

test: ## 从零到全部测试通过
	@$(SETUP) test
	@$(BIN)/zhengyin tests

test-long: ## 印章的一生、材料和登记簿，随便怎么办都不出错：一万步（STEPS=10000）；两地两种宽度的全部旅程
	@$(SETUP) test
	@ZHENGYIN_MACHINE_STEPS=$(STEPS) $(BIN)/pytest -q tests/seals/test_machine.py tests/certificates/test_machine.py
	@ZHENGYIN_JOURNEYS=all $(BIN)/pytest -q -n 2 --dist loadgroup tests/journeys

check: ## 格式、规范、类型、分层、迁移
	@$(SETUP) check
	@$(BIN)/zhengyin checks

tour: ## 像居民和工作人员一样走一遍正在运行的产品（PORT=8000）
	@$(SETUP) run
	@$(BIN)/zhengyin tour --url http://127.0.0.1:$(PORT)

bench: ## 测量，连同机器一起打印（结果在 var/bench.json）
	@$(SETUP) bench
	@$(BIN)/python -m bench

crash: ## 断电测试（CYCLES=20）：随时 kill -9 服务和数据库，再核对登记簿
	@$(SETUP) test
	@$(BIN)/python -m tests.crash --cycles $(CYCLES)

format: ## 整理代码格式
	@$(SETUP) check
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

mutate: ## 去掉任何一条规则、流程行、数据库约束，都要有测试变红（ROOMS="certificates seals"；CHANGED=1 只试改过的；MOST=150 最多试这么多，MINUTES=4 到时候为止）
	@$(SETUP) test
	@$(BIN)/python -m tests.mutation $(if $(ROOMS),--rooms $(ROOMS)) $(if $(KINDS),--kinds $(KINDS)) $(if $(CHANGED),--changed) $(if $(MOST),--most $(MOST)) $(if $(MINUTES),--minutes $(MINUTES))
