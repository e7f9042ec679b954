# make run starts the service with made-up records at http://localhost:8080; make test checks everything.
# Developers' builds and tests share one set of flags, so that nothing is compiled twice; a release is optimised.

.NOTPARALLEL:
.DEFAULT_GOAL := help

export GOFLAGS := -tags=nomsgpack -buildvcs=false
export CGO_CFLAGS := -O1 -g0
LINT := go tool -modfile=tools/lint/go.mod golangci-lint
JOURNEYS := $(wildcard web/journeys/*.test.mjs)
ASSETS := $(wildcard web/assets/styles/*.scss web/assets/scripts/*.js) web/assets/build.mjs web/assets/icon.svg

.PHONY: help
help: ## Say what each command does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

.PHONY: run
run: build ## Start the service with made-up people and records, kept in ./data
	bin/eqia serve --demo --data ./data

.PHONY: demo-reset
demo-reset: ## Delete the made-up records in ./data
	rm -rf ./data

.PHONY: build
build: assets ## Build bin/eqia
	go build -o bin/eqia ./cmd/eqia

.PHONY: release
release: bin/eqia-release ## Build bin/eqia-release, optimised

.PHONY: bin/eqia-release
bin/eqia-release: export CGO_CFLAGS := -O2 -g0
bin/eqia-release: assets
	go build -trimpath -buildvcs=auto -o $@ ./cmd/eqia

.PHONY: bin/eqia-race
bin/eqia-race: assets
	go build -race -o $@ ./cmd/eqia

.PHONY: assets
assets: web/static/manifest.json ## Build the styles and scripts

web/static/manifest.json: $(ASSETS) web/assets/node_modules
	node web/assets/build.mjs

web/assets/node_modules: web/assets/package.json web/assets/package-lock.json
	@tools/need nodejs npm
	npm --prefix web/assets ci --ignore-scripts --loglevel=error
	@touch $@

.PHONY: generate
generate: ## Make Go from the page templates
	go run github.com/a-h/templ/cmd/templ generate -path web

.PHONY: test
test: need format vet lint check-fresh bin/eqia-race ## Run every check; the last line counts the tests
	@go run ./tools/testsum

.PHONY: need
need:
	@tools/need postgresql chromium sqlite3 poppler-utils qpdf

.PHONY: format
format:
	@files=$$(gofmt -l cmd eqia migrations tools web workflow); \
	if [ -n "$$files" ]; then echo "Run gofmt -w on:" $$files >&2; exit 1; fi

.PHONY: vet
vet:
	go vet ./...

.PHONY: lint
lint: ## Look for common mistakes
	$(LINT) run ./...

.PHONY: check-fresh
check-fresh: ## Fail when a page's Go is older than its template
	@tools/check-fresh

.PHONY: check-quality
check-quality: ## Print how often each rule that reads text is right, on the texts kept for that
	go test -count=1 -v -run=TestTextRulesAreRightNineTimesInTen ./eqia/check ./eqia/section

.PHONY: journeys
journeys: need bin/eqia-race ## Run the browser journeys alone
	node --test --test-concurrency=2 --test-timeout=300000 --test-reporter=spec $(JOURNEYS)

.PHONY: pictures
pictures: need bin/eqia-race ## Take pictures of pages into web/journeys/pictures
	PICTURES=$(CURDIR)/web/journeys/pictures node --test --test-concurrency=2 --test-timeout=300000 --test-reporter=spec $(JOURNEYS)

# The journeys whose checks the accessibility statement is brought up to date with: all, or those named as in JOURNEYS=web/journeys/form.test.mjs.
.PHONY: accessibility
accessibility: need bin/eqia-race ## Run the browser journeys, and bring what they checked into the accessibility statement
	@rm -rf bin/accessibility && mkdir -p bin/accessibility
	ACCESSIBILITY=$(CURDIR)/bin/accessibility node --test --test-concurrency=2 --test-timeout=300000 --test-reporter=spec $(JOURNEYS)
	node web/journeys/lib/accessibility.mjs bin/accessibility

.PHONY: bench
bench: export CGO_CFLAGS := -O2 -g0
bench: bin/eqia-release ## Measure a release build beside its yardsticks
	go test -run='^$$' -bench=. -benchmem -timeout=30m ./...

.PHONY: soak
soak: ## Kill the store 300 times and check that nothing was lost
	EQIA_KILL_LOOPS=300 go test -race -count=1 -timeout=60m ./eqia/store/...
