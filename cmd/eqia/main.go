// Command eqia is the whole service in one program: it serves the pages and keeps the record, and its subcommands look after both.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	_ "time/tzdata" // London's days are right on a machine without time zones

	"github.com/alecthomas/kong"

	"dorset-eqia/eqia"
)

// The exit codes.
const (
	exitDone    = 0
	exitRefused = 1 // it was refused, or it failed
	exitUsage   = 2 // the command line or the input can't be read
)

// commands are the subcommands, in the order that help lists them.
type commands struct {
	Serve       serveCommand       `cmd:"" help:"Serve the pages."`
	Demo        demoCommand        `cmd:"" help:"Fill an empty database with made-up people and assessments."`
	Migrate     migrateCommand     `cmd:"" help:"Bring the database up to date."`
	User        userCommands       `cmd:"" help:"Add, list and disable accounts."`
	List        listCommands       `cmd:"" help:"List what is in the database."`
	Import      importCommands     `cmd:"" help:"Bring something in from a file."`
	Check       checkCommand       `cmd:"" help:"Ask the rules about an assessment in a JSON file."`
	CheckReport checkReportCommand `cmd:"" help:"Ask the rules about the equality section of a report in a file." name:"check-report"`
	Fetch       fetchCommands      `cmd:"" help:"Ask another system for something."`
	Export      exportCommands     `cmd:"" help:"Write something out as a file."`
	Verify      verifyCommand      `cmd:"" help:"Check a code that is printed on a copy, or the pages of a PDF file."`
	Evidence    evidenceCommand    `cmd:"" help:"Write what was recorded about a meeting or a report at a moment as a zip file."`
	Form        formCommand        `cmd:"" help:"Show the form in force today."`
	Workflow    workflowCommand    `cmd:"" help:"Show the moves between states, and who may make them."`
	Deadline    deadlineCommand    `cmd:"" help:"Say by when the agenda of a meeting must be published."`
	Remind      remindCommand      `cmd:"" help:"Remind people of reviews that are due."`
	Audit       auditCommands      `cmd:"" help:"Look after the record of what happened."`
	Version     versionCommand     `cmd:"" help:"Say which version of the service this is."`
}

// app is what every command has from outside.
type app struct {
	ctx    context.Context
	in     *os.File
	out    io.Writer
	errs   io.Writer
	config Config
	demo   bool // the command serves a demonstration
}

// inData is for commands that need the database.
type inData struct {
	Data string `help:"Folder of the database and the secret." default:"data" type:"path" placeholder:"DIR"`
}

// usageError is a command line or an input that can't be read.
type usageError struct{ error }

// Unwrap is the error underneath.
func (e usageError) Unwrap() error { return e.error }

func main() { os.Exit(run(os.Args[1:])) }

// run does one command and gives its exit code. What went wrong is one plain line on stderr.
func run(args []string) int {
	slog.SetDefault(slog.New(slog.DiscardHandler)) // serve sets a log; every other command says what matters itself
	err := command(args)
	if err == nil {
		return exitDone
	}
	fmt.Fprintln(os.Stderr, "eqia:", oneLine(err))
	var usage usageError
	var unreadable *eqia.Unreadable
	if errors.As(err, &usage) || errors.As(err, &unreadable) {
		return exitUsage
	}
	return exitRefused
}

func command(args []string) error {
	parser, err := kong.New(&commands{}, kong.Name("eqia"), kong.Description("Equality impact assessments for a council."),
		kong.Vars{"roles": roleCodes(), "states": stateCodes()})
	if err != nil {
		return err
	}
	parsed, err := parser.Parse(args)
	if err != nil {
		return usageError{fmt.Errorf("%w. See eqia --help", err)}
	}
	config, err := readConfig()
	if err != nil {
		return usageError{err}
	}
	return parsed.Run(&app{ctx: context.Background(), in: os.Stdin, out: os.Stdout, errs: os.Stderr, config: config})
}

// oneLine is an error in one plain line.
func oneLine(err error) string {
	var invalid *eqia.Invalid
	if errors.As(err, &invalid) {
		return invalid.Says
	}
	return strings.Join(strings.Fields(err.Error()), " ")
}
