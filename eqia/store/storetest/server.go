package storetest

import (
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"
	"time"
)

// owner is the user the server runs as: PostgreSQL refuses to run as root.
type owner struct {
	credential *syscall.Credential
}

func unprivileged() (*owner, error) {
	if os.Geteuid() != 0 {
		return &owner{}, nil
	}
	account, err := user.Lookup("postgres")
	if err != nil {
		account, err = user.Lookup("nobody")
	}
	if err != nil {
		return nil, fmt.Errorf("find a user to run the test cluster: %w", err)
	}
	uid, err := strconv.ParseUint(account.Uid, 10, 32)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.ParseUint(account.Gid, 10, 32)
	return &owner{credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}, err
}

// lend makes a command run as the owner, in a directory it may read, with nothing of our environment.
// The command is in a group of its own, so that Ctrl-C reaches the tests first and the server is stopped after them.
func (o *owner) lend(command *exec.Cmd, directory string) {
	command.Dir = directory
	command.Env = []string{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "TZ=UTC"}
	command.SysProcAttr = &syscall.SysProcAttr{Credential: o.credential, Setpgid: true, Pdeathsig: syscall.SIGINT}
}

// ownDirectory makes the cluster's directory, under a path that is short enough for the name of a socket.
func ownDirectory(owner *owner) (string, error) {
	directory, err := os.MkdirTemp(Place(), directoryPattern)
	if err != nil {
		return "", err
	}
	if owner.credential == nil {
		return directory, nil
	}
	return directory, os.Chown(directory, int(owner.credential.Uid), int(owner.credential.Gid))
}

// server is the running postgres process; SIGINT asks it to end its connections and stop.
type server struct {
	process *os.Process
	output  string
	done    chan struct{}
}

// startServer runs postgres from a thread that waits for it, because the kernel stops the server when that thread
// ends: a test process that is killed leaves no server behind.
func startServer(program string, cluster *Cluster, owner *owner) (*server, error) {
	output, err := os.Create(filepath.Join(cluster.directory, "log"))
	if err != nil {
		return nil, err
	}
	command := exec.Command(program, serverArguments(cluster)...)
	owner.lend(command, cluster.directory)
	command.Stdout, command.Stderr = output, output
	started := make(chan error)
	running := &server{output: output.Name(), done: make(chan struct{})}
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		defer close(running.done)
		err := command.Start()
		running.process = command.Process
		started <- err
		if err == nil {
			_ = command.Wait() // how it ended is in its log
		}
		_ = output.Close()
	}()
	return running, <-started
}

func serverArguments(cluster *Cluster) []string {
	settings := []string{
		"listen_addresses=", "unix_socket_directories=" + cluster.socket(), "unix_socket_permissions=0700",
		"fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=300", "timezone=UTC",
	}
	arguments := []string{"-D", cluster.data()}
	for _, setting := range settings {
		arguments = append(arguments, "-c", setting)
	}
	return arguments
}

func (s *server) stop() error {
	if s.process == nil || s.ended() {
		return nil
	}
	if err := s.process.Signal(syscall.SIGINT); err != nil && !s.ended() {
		return err
	}
	select {
	case <-s.done:
		return nil
	case <-time.After(stopLimit):
		return s.process.Kill()
	}
}

func (s *server) ended() bool {
	select {
	case <-s.done:
		return true
	default:
		return false
	}
}

func (s *server) log() string {
	text, err := os.ReadFile(s.output)
	if err != nil {
		return err.Error()
	}
	return string(text)
}
